import { useState } from "react";
import { EditReminder } from "./EditReminder";
import { ReminderRow } from "./ReminderRow";
import type { Reminder } from "./reminders";

/** Reminders, each of which can be changed. */
export function ReminderList({ reminders }: { reminders: readonly Reminder[] }) {
  const [edited, setEdited] = useState<Reminder | null>(null);
  return (
    <div>
      {reminders.map((reminder) => (
        <ReminderRow key={reminder.id} reminder={reminder} onEdit={() => setEdited(reminder)} />
      ))}
      {edited && <EditReminder reminder={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
