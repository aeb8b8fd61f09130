import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RowsCommand } from "@/timeline/ganttProps";

interface Props {
  count: number;
  onCommand: (command: RowsCommand | PlanCommand) => void;
}

const KEYS = { bulk: "Alt E", split: "Alt S", merge: "Alt M", clone: "Alt C" } as const;
const COMMANDS = ["bulk", "split", "merge", "clone"] as const;
/** What takes no row, and goes after the last that is marked. */
export const PLAN_COMMANDS = ["repeat", "insert", "template"] as const;
export type PlanCommand = (typeof PLAN_COMMANDS)[number];
/** How many rows each needs. */
const LEAST = { bulk: 1, split: 1, merge: 2, clone: 1 } as const;

/** In the chart's bar of controls: what is done to the rows that are marked. */
export function RowsMenu({ count, onCommand }: Props) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" withinPortal width={280}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant={count > 1 ? "light" : "subtle"}
          color={count > 1 ? undefined : "gray"}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {count > 1 ? t("rows.marked", { count }) : t("rows.menu")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COMMANDS.map((command) => (
          <Menu.Item
            key={command}
            disabled={count < LEAST[command] || (command === "split" && count > 1)}
            rightSection={<small>{KEYS[command]}</small>}
            onClick={() => onCommand(command)}
          >
            {t(`rows.command.${command}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {PLAN_COMMANDS.map((command) => (
          <Menu.Item key={command} onClick={() => onCommand(command)}>
            {t(`rows.command.${command}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
