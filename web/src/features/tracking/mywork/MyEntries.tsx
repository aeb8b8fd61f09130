import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import classes from "./MyWork.module.css";
import type { Report } from "./useReport";
import { givenTo, type MyTask } from "./work";

interface Props {
  task: MyTask;
  report: Report;
}

/** What was given to me of the task's checklist, to be ticked. */
export function MyEntries({ task, report }: Props) {
  const { t } = useTranslation();
  const { member } = useSession();
  const entries = givenTo(task.checklist, member.id);
  const tick = (id: string, done: boolean) =>
    report({
      checklist: task.checklist.map((entry) => (entry.id === id ? { ...entry, done } : entry)),
    });
  if (entries.length === 0) return null;
  return (
    <ul className={classes.entries} aria-label={t("myWork.entriesOf", { name: task.title })}>
      {entries.map(({ id, text, done }) => (
        <li key={id}>
          <Checkbox
            className={classes.entry}
            label={text}
            checked={done}
            disabled={!task.can.contribute}
            onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}
