import { Group, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useDone } from "@/features/core/useDone";
import { CreateForm } from "@/ui/CreateForm";
import type { KeyResult, Objective } from "./types";

interface Props {
  objective: Objective;
  onDone: () => void;
}

interface Values {
  title: string;
  unit: string;
  direction: KeyResult["direction"];
  start: number | string;
  target: number | string;
  weight: number | string;
  owner_id: string | null;
}

const BLANK: Values = {
  title: "",
  unit: "",
  direction: "up",
  start: 0,
  target: "",
  weight: 1,
  owner_id: null,
};

/** A metric: what is measured, in which unit, from where to where. */
export function KeyResultForm({ objective, onDone }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const form = useForm({ initialValues: BLANK });
  const add = useMutation({
    mutationFn: ({ start, target, weight, ...rest }: Values) =>
      http.post<KeyResult>(`/objectives/${objective.id}/key-results`, {
        ...rest,
        start: Number(start),
        target: Number(target),
        weight: Number(weight) || 1,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["objective"] });
      void done(t("create.done", { name: made.key }));
      onDone();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => add.mutate(values))}
      onCancel={onDone}
      isPending={add.isPending}
      fault={add.error}
    >
      <TextInput
        label={t("keyResult.title")}
        placeholder={t("keyResult.titleExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Group grow align="end">
        <TextInput
          label={t("keyResult.unit")}
          placeholder={t("keyResult.unitExample")}
          maxLength={40}
          {...form.getInputProps("unit")}
        />
        <SegmentedControl
          aria-label={t("keyResult.direction")}
          data={[
            { value: "up", label: t("keyResult.up") },
            { value: "down", label: t("keyResult.down") },
          ]}
          {...form.getInputProps("direction")}
        />
      </Group>
      <Group grow align="start">
        <NumberInput
          label={t("keyResult.start")}
          decimalScale={4}
          required
          {...form.getInputProps("start")}
        />
        <NumberInput
          label={t("keyResult.target")}
          decimalScale={4}
          required
          {...form.getInputProps("target")}
        />
      </Group>
      <Group grow align="start">
        <PersonSelect
          label={t("keyResult.owner")}
          value={form.values.owner_id}
          onChange={(owner_id) => form.setFieldValue("owner_id", owner_id)}
        />
        <NumberInput
          label={t("keyResult.weight")}
          min={1}
          max={100}
          allowDecimal={false}
          {...form.getInputProps("weight")}
        />
      </Group>
    </CreateForm>
  );
}
