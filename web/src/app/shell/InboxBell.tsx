import { ActionIcon, Indicator, Tooltip } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUnseen } from "@/features/core/inbox";
import { useWorkspace } from "@/ui/shell/useWorkspace";

export function InboxBell() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const unseen = useUnseen();
  const label = unseen ? t("inbox.unseen", { count: unseen }) : t("nav.inbox");
  return (
    <Tooltip label={label}>
      <Indicator disabled={unseen === 0} size={8} offset={9}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={label}
          renderRoot={(props) => <Link {...props} to="/$workspace/inbox" params={{ workspace }} />}
        >
          <IconBell size={18} stroke={1.6} />
        </ActionIcon>
      </Indicator>
    </Tooltip>
  );
}
