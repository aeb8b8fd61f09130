import { Button, Group, Modal, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import { ReminderFields, type Wish } from "./ReminderFields";
import type { Reminder } from "./reminders";
import { useReminderDeeds } from "./useReminderDeeds";

/** Another moment, or another note. */
export function EditReminder({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const { t } = useTranslation();
  const { putOff } = useReminderDeeds();
  const [wish, setWish] = useState<Wish>({
    day: reminder.day,
    hour: reminder.hour.slice(0, 5),
    note: reminder.note,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    putOff.mutate({ reminder, wish }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t("reminder.title")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <ReminderFields wish={wish} onWish={setWish} />
          <ProblemNote fault={putOff.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={putOff.isPending}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
