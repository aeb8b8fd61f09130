import { Button, Checkbox, Stack, Text } from "@mantine/core";
import { IconRotate } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { DecideForm } from "./DecideForm";
import { GateStateMark } from "./GateStateMark";
import classes from "./Gates.module.css";
import type { Condition, Decision, Gate } from "./gates";
import type { GateDeeds } from "./useGateDeeds";

interface Props {
  gate: Gate;
  deeds: GateDeeds;
}

/** The decision: what it was, what is still to be done for it, what was said before, and the next word. */
export function GateDecision({ gate, deeds }: Props) {
  const { t } = useTranslation();
  const [newest, ...earlier] = gate.decisions;
  return (
    <Stack component="section" gap="xs" aria-label={`${t("gate.decision")}: ${gate.title}`}>
      <Text fw={600}>{t("gate.decision")}</Text>
      {newest ? (
        <div className={classes.decision}>
          <GateStateMark state={newest.verdict} />
          <Said one={newest} />
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {t("gate.undecided")}
        </Text>
      )}
      {gate.conditions.map((one) => (
        <Settled key={one.id} one={one} gate={gate} deeds={deeds} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary className={classes.earlier}>
            {t("gate.earlier", { count: earlier.length })}
          </summary>
          {earlier.map((one) => (
            <Said key={one.at} one={one} />
          ))}
        </details>
      )}
      {gate.can.decide &&
        (newest ? (
          <DecideAgain gate={gate} deeds={deeds} />
        ) : (
          <DecideForm gate={gate} deeds={deeds} />
        ))}
    </Stack>
  );
}

/** Who decided, when and in which words. */
function Said({ one }: { one: Decision }) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Text size="sm">
      {t(`gate.word.${one.verdict}`, { name: one.by?.name ?? "", date: figures.date(one.at) })}
      {one.open.length > 0 && ` ${t("gate.openThen", { names: one.open.join("; ") })}`}
      {one.note && ` “${one.note}”`}
    </Text>
  );
}

/** Opens a gate that is decided to another decision. */
function DecideAgain({ gate, deeds }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (open) return <DecideForm gate={gate} deeds={deeds} onDone={() => setOpen(false)} />;
  return (
    <Button
      w="fit-content"
      size="compact-sm"
      variant="default"
      leftSection={<IconRotate size={14} aria-hidden />}
      onClick={() => setOpen(true)}
    >
      {t("gate.again")}
    </Button>
  );
}

function Settled({ one, gate, deeds }: Props & { one: Condition }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const said = one.met_on
    ? t("gate.metOn", { date: figures.date(one.met_on) })
    : t(one.overdue ? "gate.overdue" : "gate.dueBy", {
        name: one.owner?.name ?? "",
        date: figures.date(one.due),
      });
  return (
    <Checkbox
      size="sm"
      label={one.text}
      description={said}
      checked={one.met_on !== null}
      disabled={deeds.isPending || gate.archived_at !== null}
      onChange={(event) =>
        deeds.settle(
          one,
          event.currentTarget.checked,
          t(event.currentTarget.checked ? "gate.didMeet" : "gate.didReopen", { name: one.text }),
        )
      }
    />
  );
}
