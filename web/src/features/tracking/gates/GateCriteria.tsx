import { Checkbox, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Gates.module.css";
import { type Criterion, type Gate, unitOf } from "./gates";
import type { GateDeeds } from "./useGateDeeds";

interface Props {
  gate: Gate;
  deeds: GateDeeds;
}

/** What must hold: some people check, the rest the data say. */
export function GateCriteria({ gate, deeds }: Props) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="xs" aria-label={`${t("gate.criteria")}: ${gate.title}`}>
      <Text fw={600}>{t("gate.criteria")}</Text>
      {gate.criteria.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("gate.noCriteria")}
        </Text>
      )}
      {gate.criteria.map((one) =>
        one.measure === "person" ? (
          <Judged key={one.id} one={one} may={gate.can.check === true} deeds={deeds} />
        ) : (
          <Measured key={one.id} one={one} />
        ),
      )}
    </Stack>
  );
}

function Judged({ one, may, deeds }: { one: Criterion; may: boolean; deeds: GateDeeds }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const who = one.checked_on
    ? t("gate.checkedBy", { name: one.checked_by, date: figures.date(one.checked_on) })
    : t("gate.judged");
  return (
    <Checkbox
      size="sm"
      label={one.text}
      description={[who, one.note, one.must ? "" : t("gate.should")].filter(Boolean).join(" · ")}
      checked={one.met}
      disabled={deeds.isPending}
      readOnly={!may}
      onChange={(event) => {
        const met = event.currentTarget.checked;
        if (may)
          deeds.check(one, met, t(met ? "gate.didCheck" : "gate.didUncheck", { name: one.text }));
      }}
    />
  );
}

function Measured({ one }: { one: Criterion }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const unit = unitOf(one.measure);
  const told = (value: number) =>
    unit === "percent" ? figures.percent(value / 100) : figures.number(value);
  const said =
    unit === undefined
      ? t("gate.measured")
      : t(`gate.held.${unit}`, {
          now: one.value === null ? t("gate.unknown") : told(one.value),
          wanted: told(one.threshold ?? 0),
        });
  const Sign = one.met ? IconCircleCheck : IconCircleX;
  return (
    <div className={classes.measured} data-met={one.met}>
      <Sign size={20} aria-label={t(one.met ? "gate.met" : "gate.unmet")} />
      <div>
        <Text size="sm">{one.text}</Text>
        <Text size="xs" c="dimmed">
          {[said, one.must ? "" : t("gate.should")].filter(Boolean).join(" · ")}
        </Text>
      </div>
    </div>
  );
}
