import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import {
  IconArchive,
  IconArchiveOff,
  IconBellRinging,
  IconDots,
  IconMaximize,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/api/types";
import { useRemind } from "@/features/reporting/reminders/useRemind";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import classes from "./ObjectSheet.module.css";
import { useArchival } from "./useArchival";
import type { Place } from "./useObjectTab";

interface Props {
  object: Pick<Item, "kind" | "id" | "key" | "title" | "can" | "archived_at" | "version">;
  /** The address of the object on the server, where it is archived; none where that is done elsewhere. */
  path: string | null;
  place: Place;
  /** Menu.Items of this kind alone. */
  more?: ReactNode;
}

/** What one can do with a whole object: open its page, archive it, bring it back. */
export function ObjectMenu({ object, path, place, more }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const remind = useRemind();
  const archival = useArchival(path ?? "");
  const isArchived = object.archived_at !== null;
  return (
    <div className={classes.menu}>
      {place === "peek" && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconMaximize size={14} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/o/$kind/$key"
              params={{ workspace, kind: object.kind, key: object.key }}
            />
          )}
        >
          {t("open")}
        </Button>
      )}
      {(object.can.edit || place === "page") && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t("archival.menu", { name: object.key })}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("archival.menu", { name: object.key })}
                loading={archival.isPending}
              >
                <IconDots size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {object.can.edit && more}
            <Menu.Item
              leftSection={<IconBellRinging size={16} stroke={1.6} />}
              onClick={() => remind.open(object)}
            >
              {t("reminder.verb")}
            </Menu.Item>
            {object.can.edit && path !== null && (
              <Menu.Item
                leftSection={
                  isArchived ? (
                    <IconArchiveOff size={16} stroke={1.6} />
                  ) : (
                    <IconArchive size={16} stroke={1.6} />
                  )
                }
                onClick={() => archival.mutate(object)}
              >
                {t(isArchived ? "archival.restore" : "archival.archive")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
