import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Assumption } from "../types";
import { BlurText } from "./BlurText";

interface Props {
  assumption: Assumption | null;
  /** A result is there: from now on it changes only with a reason. */
  isMeasured: boolean;
  readOnly: boolean;
  onSave: (fields: Partial<Assumption>) => void;
}

/** What must be seen, written down before anything is. */
export function ThresholdField({ assumption, isMeasured, readOnly, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const day = assumption?.threshold_set_on;
  const common = {
    label: t("risk.threshold"),
    description: day ? t("risk.setOn", { day: figures.date(day) }) : t("risk.thresholdHint"),
    readOnly,
  };
  if (isMeasured && !readOnly) return <Reasoned {...{ assumption, onSave, common }} />;
  return (
    <BlurText
      {...common}
      value={assumption?.threshold ?? ""}
      onSave={(threshold) => onSave({ threshold })}
    />
  );
}

interface ReasonedProps {
  assumption: Assumption | null;
  onSave: (fields: Partial<Assumption>) => void;
  common: { label: string; description: string };
}

function Reasoned({ assumption, onSave, common }: ReasonedProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const held = assumption?.threshold ?? "";
  return (
    <div>
      <Textarea
        {...common}
        autosize
        minRows={1}
        size="sm"
        value={draft ?? held}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      {draft !== null && draft !== held && (
        <Group align="end" gap="xs" mt={8}>
          <TextInput
            flex={1}
            size="sm"
            label={t("risk.whyMove")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="sm"
            disabled={reason.trim() === ""}
            onClick={() => {
              onSave({ threshold: draft.trim(), reason: reason.trim() });
              setDraft(null);
              setReason("");
            }}
          >
            {t("risk.moveThreshold")}
          </Button>
        </Group>
      )}
    </div>
  );
}
