import { Modal, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import { CustomerField } from "@/features/research/CustomerField";
import type { Insight } from "@/features/research/types";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import type { Pair } from "./CoverageView";

interface Props {
  productId: string;
  pair: Pair;
  onDone: () => void;
}

const IN_DAYS = 7;

/** Whom to ask about what, and when: an insight that is back in the inbox on that day. */
export function PlanInterview({ productId, pair, onDone }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { persona, opportunity } = pair;
  const form = useForm({
    initialValues: {
      title: t("coverage.interviewTitle", {
        persona: persona.title,
        opportunity: opportunity.title,
      }).slice(0, 300),
      on: dayjs().add(IN_DAYS, "day").format("YYYY-MM-DD") as string | null,
      customer_id: null as string | null,
    },
  });
  const plan = useMutation<Insight, Problem, typeof form.values>({
    mutationFn: (fields) =>
      http.post(`/products/${productId}/research-coverage/interviews`, {
        ...fields,
        persona_id: persona.id,
        opportunity_id: opportunity.id,
      }),
    onSuccess: (made) => {
      void done(t("coverage.interviewPlanned", { name: made.key }));
      void cache.invalidateQueries({ queryKey: ["coverage"] });
      void cache.invalidateQueries({ queryKey: ["insight", "list"] });
      onDone();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened onClose={onDone} title={t("coverage.plan")}>
      <CreateForm
        onSubmit={form.onSubmit((fields) => plan.mutate(fields))}
        onCancel={onDone}
        isPending={plan.isPending}
        fault={plan.error}
      >
        <Text size="sm" c="dimmed">
          {t("coverage.planHint")}
        </Text>
        <TextInput
          label={t("coverage.what")}
          data-autofocus
          required
          maxLength={300}
          {...form.getInputProps("title")}
        />
        <DateField
          label={t("coverage.day")}
          required
          value={form.values.on}
          onChange={(on) => form.setFieldValue("on", on)}
          error={typeof form.errors.on === "string" ? form.errors.on : undefined}
        />
        <CustomerField
          value={form.values.customer_id}
          onChange={(id) => form.setFieldValue("customer_id", id)}
        />
      </CreateForm>
    </Modal>
  );
}
