import { Button, Group, Text } from "@mantine/core";
import { IconLifebuoy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { healthOf } from "@/ui/chance";
import type { PartProps } from "@/ui/shell/parts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { planQuery } from "../plan";

/** With the forecast of a project that has a deadline: how is it made? */
export default function RecoverButton({ id }: PartProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data: plan } = useQuery(planQuery(id));
  const chance = plan?.forecast?.probability_on_time ?? null;
  if (chance === null || plan?.can.edit !== true) return null;
  return (
    <Group gap="sm">
      <Button
        variant={healthOf(chance) === "on_track" ? "default" : "filled"}
        leftSection={<IconLifebuoy size={14} aria-hidden />}
        renderRoot={(props) => (
          <Link
            {...props}
            to="/$workspace/recovery"
            params={{ workspace }}
            search={{ project: id }}
          />
        )}
      >
        {t("recovery.open")}
      </Button>
      <Text size="sm" c="dimmed">
        {t("recovery.openLead")}
      </Text>
    </Group>
  );
}
