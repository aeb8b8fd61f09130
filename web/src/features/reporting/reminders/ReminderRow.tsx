import { ActionIcon, Checkbox, Group, Text, Tooltip } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./Reminders.module.css";
import type { Reminder } from "./reminders";
import { useReminderDeeds } from "./useReminderDeeds";

interface Props {
  reminder: Reminder;
  onEdit: () => void;
}

/** One reminder: done, changed or deleted where it stands. */
export function ReminderRow({ reminder, onEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { finish, forget } = useReminderDeeds();
  const { object } = reminder;
  const name = object ? `${object.key} ${object.title}` : reminder.note || t("reminder.hidden");
  return (
    <div className={classes.row}>
      <Checkbox
        aria-label={t("reminder.done", { name })}
        checked={reminder.done_at !== null}
        onChange={({ currentTarget }) => finish.mutate({ reminder, done: currentTarget.checked })}
      />
      <div className={classes.text}>
        {object ? (
          <Group gap="xs" wrap="nowrap">
            <KindIcon kind={object.kind as Kind} />
            <KeyBadge value={object.key} />
            <PeekLink kind={object.kind as Kind} id={object.id} objectKey={object.key} fz="sm">
              {object.title}
            </PeekLink>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t("reminder.hidden")}
          </Text>
        )}
        {reminder.note && <Text size="sm">{reminder.note}</Text>}
        <Text size="xs" c="dimmed">
          <time dateTime={reminder.at}>{figures.dateTime(reminder.at)}</time>
        </Text>
      </div>
      <Tooltip label={t("reminder.edit", { name })}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("reminder.edit", { name })}
          onClick={onEdit}
        >
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("reminder.delete", { name })}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("reminder.delete", { name })}
          onClick={() => forget.mutate(reminder)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
