import { Select, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { STATUSES, type Status } from "./roadmap";

interface Props {
  value: Status;
  canEdit: boolean;
  onChange: (status: Status) => void;
}

export function StatusSelect({ value, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  if (!canEdit) return <Text size="sm">{t(`status.${value}`)}</Text>;
  return (
    <Select
      aria-label={t("initiative.status")}
      size="xs"
      miw={116}
      variant="unstyled"
      allowDeselect={false}
      comboboxProps={{ width: 160, position: "bottom-start" }}
      value={value}
      data={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      onChange={(status) => status && onChange(status)}
    />
  );
}
