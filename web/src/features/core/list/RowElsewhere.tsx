import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Says that the row which the address names is not shown here. */
export function RowElsewhere({ row }: { row: string }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed" p="xs" role="status">
      {t("list.rowElsewhere", { row })}
    </Text>
  );
}
