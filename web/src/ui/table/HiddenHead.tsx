import { Table, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  w?: number;
  /** What stands below; else what one can do with each row. */
  children?: ReactNode;
}

/** The head of a column that speaks for itself to whoever sees it. */
export function HiddenHead({ w, children }: Props) {
  const { t } = useTranslation();
  return (
    <Table.Th w={w}>
      <VisuallyHidden>{children ?? t("table.deeds")}</VisuallyHidden>
    </Table.Th>
  );
}
