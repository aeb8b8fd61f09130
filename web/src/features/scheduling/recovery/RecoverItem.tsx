import { Button } from "@mantine/core";
import { IconLifebuoy } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import type { WorkItem } from "../plan";

/** From an item that has a deadline to the ways of making it; plainer where it is made as planned. */
export function RecoverItem({ item }: { item: WorkItem }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { id, project_id: project, deadline, schedule } = item;
  if (deadline === null || item.percent_complete >= 100) return null;
  const isLate = schedule !== null && schedule.finish > deadline;
  return (
    <Button
      mt={4}
      size="compact-sm"
      fullWidth
      variant={isLate ? "light" : "subtle"}
      color={isLate ? "red" : undefined}
      leftSection={<IconLifebuoy size={14} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/recovery"
          params={{ workspace }}
          search={{ project, item: id }}
        />
      )}
    >
      {t("recovery.open")}
    </Button>
  );
}
