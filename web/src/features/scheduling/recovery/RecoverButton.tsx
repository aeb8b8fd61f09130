import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { healthOf } from "@/ui/chance";
import type { PartProps } from "@/ui/shell/parts";
import { planQuery } from "../plan";
import { RecoverLink } from "./RecoverLink";

/** With the forecast of a project that has a deadline: how is it made? */
export default function RecoverButton({ id }: PartProps) {
  const { t } = useTranslation();
  const { data: plan } = useQuery(planQuery(id));
  const chance = plan?.forecast?.probability_on_time ?? null;
  if (chance === null || plan?.can.edit !== true) return null;
  return (
    <Group gap="sm">
      <RecoverLink project={id} variant={healthOf(chance) === "on_track" ? "default" : "filled"} />
      <Text size="sm" c="dimmed">
        {t("recovery.openLead")}
      </Text>
    </Group>
  );
}
