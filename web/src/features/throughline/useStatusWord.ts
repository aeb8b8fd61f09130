import { useTranslation } from "react-i18next";
import type { LineNode } from "./throughline";

/** What state an object is in, in words; nothing for kinds that have none. */
export function useStatusWord(): (node: Pick<LineNode, "status" | "archived">) => string {
  const { t, i18n } = useTranslation();
  return ({ status, archived }) => {
    if (archived) return t("archival.archived");
    if (!status) return "";
    return i18n.exists(`status.${status}`)
      ? t(`status.${status}` as "status.new")
      : status.replaceAll("_", " ");
  };
}
