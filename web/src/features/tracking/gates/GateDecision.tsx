import { Checkbox, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { DecideForm } from "./DecideForm";
import type { Condition, Gate } from "./gates";
import type { GateDeeds } from "./useGateDeeds";

interface Props {
  gate: Gate;
  deeds: GateDeeds;
}

/** The decision: what is still to be done for it, everything that was said before, and the next word. */
export function GateDecision({ gate, deeds }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Stack component="section" gap="xs" aria-label={t("gate.decision")}>
      <Text fw={600}>{t("gate.decision")}</Text>
      {gate.conditions.map((one) => (
        <Settled key={one.id} one={one} gate={gate} deeds={deeds} />
      ))}
      {gate.decisions.map((one) => (
        <Text key={one.at} size="sm">
          {t(`gate.word.${one.verdict}`, { name: one.by?.name ?? "", date: figures.date(one.at) })}
          {one.open.length > 0 && ` ${t("gate.openThen", { names: one.open.join("; ") })}`}
          {one.note && ` “${one.note}”`}
        </Text>
      ))}
      {gate.decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("gate.undecided")}
        </Text>
      )}
      {gate.can.decide && <DecideForm gate={gate} deeds={deeds} />}
    </Stack>
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
