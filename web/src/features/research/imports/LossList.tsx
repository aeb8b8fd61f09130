import { Alert, List, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Lost } from "./imports";

interface Props {
  losses: Lost[];
}

/** What of the file has no place here, or that nothing is lost. */
export function LossList({ losses }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (losses.length === 0) {
    return (
      <Alert color="north" icon={<IconCircleCheck size={18} />} p="sm">
        {t("researchImport.nothingLost")}
      </Alert>
    );
  }
  return (
    <section>
      <Title order={3}>{t("researchImport.losses")}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("researchImport.lossesHint")}
      </Text>
      <List size="sm">
        {losses.map(({ what, count, why }) => (
          <List.Item key={`${what} ${why}`}>{`${figures.number(count)} ${what}: ${why}`}</List.Item>
        ))}
      </List>
    </section>
  );
}
