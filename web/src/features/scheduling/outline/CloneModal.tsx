import { Checkbox, NumberInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Edit, Plan } from "../plan";
import { tops } from "./many";
import { PreviewModal } from "./PreviewModal";

interface Props {
  plan: Plan;
  ids: readonly string[];
  onClose: () => void;
}

/** Copies of the marked rows with all below them, so many weeks later. */
export function CloneModal({ plan, ids, onClose }: Props) {
  const { t } = useTranslation();
  const [days, setDays] = useState(7);
  const [isStaffed, setStaffed] = useState(true);
  const [shift] = useDebouncedValue(days, 250);
  const rows = tops(plan.items, ids);
  const edits = rows.map((id): Edit => ({ op: "clone", id, shift_days: shift, people: isStaffed }));
  return (
    <PreviewModal
      plan={plan}
      title={t("clone.title", { count: rows.length })}
      verb={t("clone.verb")}
      said={t("clone.done", { count: rows.length })}
      edits={edits}
      isHeld={days !== shift}
      onClose={onClose}
    >
      <NumberInput
        label={t("clone.days")}
        description={t("clone.how")}
        min={-36_500}
        max={36_500}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value) || 0)}
        data-autofocus
      />
      <Checkbox
        label={t("clone.people")}
        checked={isStaffed}
        onChange={({ currentTarget }) => setStaffed(currentTarget.checked)}
      />
    </PreviewModal>
  );
}
