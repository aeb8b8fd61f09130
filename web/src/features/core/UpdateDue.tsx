import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { HomeItem } from "./home";

/** How long nobody has said how the initiative goes. */
export function UpdateDue({ item }: { item: HomeItem }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { since, ever } = item.detail;
  return (
    <Text span size="sm" c="dimmed">
      {ever && since ? t("update.last", { when: figures.ago(since) }) : t("update.never")}
    </Text>
  );
}
