import { Button, Group, Stack, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "@/api/problem";
import { ProblemNote } from "@/ui/ProblemNote";
import { Term } from "@/ui/Term";
import { areaOf } from "./CanvasBoard";
import classes from "./CanvasBoard.module.css";
import { added, blank, type Draft, draftOf } from "./draft";
import { StatementField } from "./StatementField";
import type { Version, Written } from "./types";
import { useBoxWords } from "./useBoxWords";
import { useWriteVersion } from "./useWriteVersion";
import { VersionStale } from "./VersionStale";

interface Props {
  page: Written;
  /** The version that the next one is written from; none for the first. */
  basis: Version | undefined;
  onDone: () => void;
}

/** Writes the next version on the canvas, or on the vision board, itself: earlier ones stay as they are. */
export function CanvasForm({ page, basis, onDone }: Props) {
  const { t } = useTranslation();
  const words = useBoxWords(page.template);
  const [draft, setDraft] = useState<Draft>(() => draftOf(page.boxes, basis));
  const [note, setNote] = useState("");
  const [fresh, setFresh] = useState<string | null>(null);
  const write = useWriteVersion(page, basis?.number ?? null, onDone);
  const refusedFor = newerIn(write.error);
  // The list names the author; the refusal's own copy does not.
  const newer = refusedFor && basis?.number === refusedFor.number ? basis : refusedFor;
  const add = (box: string, after?: string) => {
    const made = blank();
    setFresh(made.key);
    setDraft(added(draft, box, made, after));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ draft, note });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t("canvas.next")}>
      <div className={classes.container}>
        <div className={classes.board} data-template={page.template}>
          {page.boxes.map((box) => (
            <section key={box} className={classes.box} data-box={box} style={areaOf(box)}>
              <h2 className={classes.label}>
                <Term meaning={words.meaning(box)}>{words.name(box)}</Term>
              </h2>
              <ul className={classes.statements}>
                {draft[box]?.map((statement, place) => (
                  <StatementField
                    key={statement.key}
                    draft={draft}
                    box={box}
                    label={t("canvas.statementIn", { box: words.name(box), number: place + 1 })}
                    statement={statement}
                    isFresh={statement.key === fresh}
                    onDraft={setDraft}
                    onNext={() => add(box, statement.key)}
                  />
                ))}
              </ul>
              <Button
                variant="subtle"
                color="gray"
                c="dimmed"
                size="compact-xs"
                mt={8}
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={t("canvas.addTo", { box: words.name(box) })}
                onClick={() => add(box)}
              >
                {t("canvas.add")}
              </Button>
            </section>
          ))}
        </div>
      </div>
      <Stack gap="sm" mt="md" maw={640}>
        <TextInput
          label={t("vision.note")}
          description={t("vision.noteHint")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {newer ? (
          <VersionStale
            mine={draft}
            theirs={newer}
            name={words.name}
            isPending={write.isPending}
            onKeepMine={() => write.mutate({ draft, note, over: newer.number })}
            onTakeTheirs={onDone}
          />
        ) : (
          <>
            <ProblemNote fault={write.error} />
            <Group gap="sm">
              <Button type="submit" loading={write.isPending}>
                {t("vision.save", { number: (basis?.number ?? 0) + 1 })}
              </Button>
              <Button variant="subtle" color="gray" onClick={onDone}>
                {t("cancel")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}

/** The version that somebody wrote meanwhile, when that is why ours was refused. */
function newerIn(fault: unknown): Version | undefined {
  return fault instanceof Problem && fault.isStale && fault.current
    ? (fault.current as Version)
    : undefined;
}
