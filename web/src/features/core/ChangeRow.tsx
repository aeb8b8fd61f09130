import { Avatar, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Change } from "@/api/types";
import { useKindWord } from "@/ui/kinds";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./ChangeRow.module.css";
import { DueRow } from "./DueRow";
import type { DueLine } from "./inbox";
import { TouchRow } from "./TouchRow";
import { UndoButton } from "./UndoButton";
import { useTouched } from "./useTouched";
import { useVerb } from "./useVerb";

/** Verbs after which the names of the changed fields say more than the verb does. */
const TELLING = new Set(["edited", "undid"]);

/** What is told by its words alone: there is no page of it. */
const ALONE = new Set<string>(["reminder", "due_notice"]);

interface Props {
  change: Change;
  /** In a list over many objects each row names its own. */
  namesObject: boolean;
  /** Why this concerns the reader, in the inbox. */
  why?: string;
  isNew?: boolean;
  /** The first words of what was said. */
  excerpt?: string;
  /** What of the reader's own is told to be due. */
  due?: readonly DueLine[];
}

export function ChangeRow({ change, namesObject, why, isNew = false, excerpt, due = [] }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const kindWord = useKindWord();
  const verb = useVerb();
  const touchedWords = useTouched();
  const unnamed = namesObject ? change.touched.reduce((sum, { more }) => sum + more, 0) : 0;
  const [about] = namesObject ? [] : change.touched;
  const fields = about
    ? touchedWords(about)
    : TELLING.has(change.verb)
      ? Object.keys(change.after ?? {}).map((field) => field.replaceAll("_", " "))
      : [];
  const who = change.by?.name ?? t("activity.someone");
  return (
    <div className={classes.change} data-new={isNew || undefined}>
      <Avatar name={who} size={24} color="north" aria-hidden />
      <div className={classes.text}>
        <Text size="sm" component="div">
          <strong>{who}</strong> {verb(change.verb)}{" "}
          {ALONE.has(change.kind) ? null : namesObject ? (
            <PeekLink
              kind={change.kind}
              id={change.object_id}
              objectKey={change.key}
              fz="sm"
              underline="always"
            >
              {change.key} {change.title}
            </PeekLink>
          ) : (
            <span>{kindWord(about?.kind ?? change.kind).toLowerCase()}</span>
          )}
          {fields.length > 0 && (about || fields.length < 4) && (
            <Text span size="sm" c="dimmed">
              {" "}
              · {fields.join(", ")}
            </Text>
          )}
          {change.undone && (
            <Text span size="sm" c="dimmed">
              {" "}
              · {t("activity.wasUndone")}
            </Text>
          )}
        </Text>
        {namesObject && change.touched.map((touch) => <TouchRow key={touch.id} touch={touch} />)}
        {unnamed > 0 && (
          <Text size="sm" c="dimmed">
            {t("activity.touchedMore", { count: unnamed })}
          </Text>
        )}
        {due.map((line) => (
          <DueRow key={`${line.id}-${line.on}`} line={line} />
        ))}
        {excerpt && (
          <Text size="sm" lineClamp={2}>
            {excerpt}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {isNew && <strong>{t("inbox.new")} · </strong>}
          <time dateTime={change.at} title={figures.dateTime(change.at)}>
            {figures.ago(change.at)}
          </time>
          {change.door &&
            ` · ${t(`activity.door.${change.door.kind}`, { name: change.door.name })}`}
          {why && ` · ${why}`}
          {change.reason && ` · ${change.reason}`}
        </Text>
      </div>
      {change.can.undo && !change.undone && <UndoButton changeId={change.id} />}
    </div>
  );
}
