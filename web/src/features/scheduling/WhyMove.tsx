import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import type { Edit, Edited } from "./plan";
import { sendEdits } from "./sendEdits";
import { useConsequenceWords } from "./useConsequenceWords";
import { useDurationText } from "./useDurationText";
import classes from "./WhyDate.module.css";
import type { Move } from "./why";

interface Props {
  projectId: string;
  move: Move;
  canEdit: boolean;
  onEdits: (edits: Edit[]) => void;
}

/** One change that would move the date: first tried, which keeps nothing, then done. */
export function WhyMove({ projectId, move, canEdit, onEdits }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const durationText = useDurationText();
  const edits = move.edits as Edit[];
  const trial = useMutation({
    mutationFn: () => sendEdits({ projectId, edits, plan: undefined, preview: true }),
  });
  return (
    <li className={classes.move}>
      <span className={classes.gain}>
        {t("why.gains", { much: durationText(move.gain_minutes) })}
      </span>
      <span className={classes.sentence}>
        {move.sentence}{" "}
        <Text span size="xs" c="dimmed">
          {t("why.becomes", { date: figures.date(move.becomes) })}
        </Text>
        {trial.data && <Consequence edited={trial.data} />}
        <ProblemNote fault={trial.error} />
      </span>
      {canEdit && edits.length > 0 && (
        <Button
          size="compact-xs"
          variant={trial.data ? "filled" : "default"}
          loading={trial.isPending}
          onClick={() => (trial.data ? onEdits(edits) : trial.mutate())}
        >
          {t(trial.data ? "why.do" : "why.try")}
        </Button>
      )}
    </li>
  );
}

function Consequence({ edited }: { edited: Edited }) {
  const inWords = useConsequenceWords();
  return (
    <Text size="xs" role="status" className={classes.consequence}>
      {inWords(edited)}.
    </Text>
  );
}
