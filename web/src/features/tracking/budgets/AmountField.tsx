import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { RailField } from "@/ui/RailField";

interface Props {
  label: string;
  value: number | null;
  canEdit: boolean;
  onSave: (value: number) => void;
}

/** An amount that is saved when one leaves it. */
export function AmountField({ label, value, canEdit, onSave }: Props) {
  const [typed, setTyped] = useState<string | number | null>(null);
  const save = () => {
    if (typed !== null && typed !== "" && Number(typed) !== value) onSave(Number(typed));
    setTyped(null);
  };
  return (
    <RailField label={label}>
      <NumberInput
        size="sm"
        min={0}
        hideControls
        thousandSeparator
        aria-label={label}
        readOnly={!canEdit}
        value={typed ?? value ?? ""}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </RailField>
  );
}
