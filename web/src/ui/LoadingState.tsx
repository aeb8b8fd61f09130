import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  rows?: number;
}

const WIDTHS = ["72%", "88%", "64%", "80%", "56%", "76%"];

export function LoadingState({ rows = 6 }: Props) {
  const { t } = useTranslation();
  return (
    <Stack p="lg" gap="md" aria-busy="true" role="status">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton height={24} width="32%" mb="sm" />
      {Array.from({ length: rows }, (_, row) => WIDTHS[row % WIDTHS.length]).map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are identical and never move
        <Skeleton key={row} height={16} width={width} />
      ))}
    </Stack>
  );
}
