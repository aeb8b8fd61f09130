import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ResourcesView } from "./view";

interface Props {
  soft: boolean;
  onView: (change: Partial<ResourcesView>) => void;
}

/** Whether bookings that are only asked for take people's time: one rule for load, demand and who is free. */
export function SoftSwitch({ soft, onView }: Props) {
  const { t } = useTranslation();
  return (
    <Switch
      size="xs"
      label={t("load.soft")}
      checked={soft}
      onChange={({ currentTarget }) => onView({ soft: currentTarget.checked || undefined })}
    />
  );
}
