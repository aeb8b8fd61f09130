import { Button, Kbd, Popover, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { useFigures } from "@/ui/words/figures";
import { dayAfter, snoozeChoices } from "./snooze";

interface Props {
  onSnooze: (until: string) => void;
  /** The key that opens it, where there is one menu on the page. */
  shortcut?: string;
}

/** Until when: a usual day, or one of one's own. */
export function SnoozeMenu({ onSnooze, shortcut }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [opened, menu] = useDisclosure();
  const [own, setOwn] = useState<string | null>(null);
  useShortcuts(shortcut ? [{ keys: shortcut, run: menu.open }] : []);
  const today = new Date();
  const isLater = own !== null && own >= dayAfter(today, 1);
  return (
    <Popover opened={opened} onChange={(next) => !next && menu.close()} trapFocus width={280}>
      <Popover.Target>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}
          rightSection={shortcut && <Kbd size="xs">{shortcut.toUpperCase()}</Kbd>}
          onClick={menu.toggle}
        >
          {t("triage.snooze")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {snoozeChoices(today).map(({ word, day }) => (
            <Button
              key={word}
              variant="subtle"
              size="compact-md"
              justify="space-between"
              rightSection={figures.date(day)}
              onClick={() => {
                menu.close();
                onSnooze(day);
              }}
            >
              {t(`triage.${word}`)}
            </Button>
          ))}
          <DateField aria-label={t("triage.ownDay")} value={own} onChange={setOwn} />
          <Button
            size="compact-md"
            disabled={!isLater}
            onClick={() => own && isLater && onSnooze(own)}
          >
            {t("triage.snooze")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
