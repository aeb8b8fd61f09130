import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  page: number;
  more: boolean;
  onPage: (page: number | undefined) => void;
}

export function Pages({ page, more, onPage }: Props) {
  const { t } = useTranslation();
  if (page === 0 && !more) return null;
  return (
    <Group gap="sm" mt="md" component="nav" aria-label={t("wishes.page")}>
      <Button variant="default" disabled={page === 0} onClick={() => onPage(page - 1 || undefined)}>
        {t("wishes.back")}
      </Button>
      <Button variant="default" disabled={!more} onClick={() => onPage(page + 1)}>
        {t("wishes.more")}
      </Button>
    </Group>
  );
}
