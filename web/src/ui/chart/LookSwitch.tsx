import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  isTable: boolean;
  onTable: (isTable: boolean) => void;
}

/** Between a picture and the same as a table. */
export function LookSwitch({ title, isTable, onTable }: Props) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("chart.look", { title })}
      value={isTable ? "table" : "picture"}
      onChange={(next) => onTable(next === "table")}
      data={[
        { value: "picture", label: t("chart.picture") },
        { value: "table", label: t("chart.table") },
      ]}
    />
  );
}
