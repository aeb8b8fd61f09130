import { Button, Group, NumberInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import { Term } from "@/ui/Term";
import type { KeyResult } from "./types";
import { useCheckIn } from "./useCheckIn";

interface Props {
  keyResult: KeyResult;
  onDone: () => void;
}

/** Where does it stand today, and how sure are we of getting there? */
export function CheckInForm({ keyResult, onDone }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      value: (keyResult.current ?? keyResult.start) as number | string,
      confidence: (keyResult.confidence ?? 50) as number | string,
      note: "",
    },
  });
  const checkIn = useCheckIn(keyResult, (fault) => form.setErrors(fault.byField()));
  return (
    <form
      className="nl-form"
      onSubmit={form.onSubmit(({ value, confidence, note }) =>
        checkIn.mutate(
          { value: Number(value), confidence: Number(confidence), note },
          { onSuccess: onDone },
        ),
      )}
    >
      <NumberInput
        label={t("checkIn.value")}
        suffix={keyResult.unit ? `\u202f${keyResult.unit}` : undefined}
        decimalScale={4}
        required
        data-autofocus
        {...form.getInputProps("value")}
      />
      <NumberInput
        label={<Term meaning={t("checkIn.confidenceMeans")}>{t("checkIn.confidence")}</Term>}
        suffix={"\u202f%"}
        min={0}
        max={100}
        step={5}
        allowDecimal={false}
        required
        {...form.getInputProps("confidence")}
      />
      <Textarea label={t("checkIn.note")} autosize minRows={2} {...form.getInputProps("note")} />
      <ProblemNote fault={checkIn.error} />
      <Group justify="flex-end">
        <Button type="submit" loading={checkIn.isPending}>
          {t("checkIn.button")}
        </Button>
      </Group>
    </form>
  );
}
