import { Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/shown";
import { PlanDay } from "@/features/core/PlanDay";
import { useFigures } from "@/ui/words/figures";
import { CONSTRAINTS, type ConstraintKind } from "./kinds";

type Constraint = Schemas["ConstraintOut"];

interface Props {
  value: Constraint | null;
  /** Where the item stands now: the day a new constraint begins with. */
  start: string | null;
  /** When a working day ends, for a constraint on a day. */
  hour: (day: string) => string;
  canEdit: boolean;
  onChange: (constraint: { kind: ConstraintKind; at: string | null }) => void;
}

/** What holds the item to a date besides what it waits for. */
export function ConstraintField({ value, start, hour, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const kind = (value?.kind ?? "ASAP") as ConstraintKind;
  if (!canEdit) {
    return (
      <Text size="sm">
        {t(`constraint.${kind}`)} {value?.at && figures.date(value.at)}
      </Text>
    );
  }
  const choose = (next: ConstraintKind) => {
    const isFree = next === "ASAP" || next === "ALAP";
    onChange({ kind: next, at: isFree ? null : (value?.at ?? start) });
  };
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        variant="unstyled"
        aria-label={t("item.constraint")}
        allowDeselect={false}
        comboboxProps={{ width: 220, position: "bottom-start" }}
        value={kind}
        data={CONSTRAINTS.map((each) => ({ value: each, label: t(`constraint.${each}`) }))}
        onChange={(next) => next && choose(next as ConstraintKind)}
      />
      {value?.at && (
        <PlanDay
          hour={hour}
          label={t("item.constraintDay")}
          value={value.at}
          canEdit
          onChange={(at) => (at ? onChange({ kind, at }) : choose("ASAP"))}
        />
      )}
    </Stack>
  );
}
