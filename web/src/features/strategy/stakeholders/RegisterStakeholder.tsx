import { Group, Modal, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { peopleQuery } from "@/features/core/members";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useDone } from "@/features/core/useDone";
import { CreateForm } from "@/ui/CreateForm";
import { ATTITUDES, type Stakeholder } from "./types";

interface Props {
  productId: string;
  /** What opens it. */
  target: (open: () => void) => ReactNode;
}

/** Takes somebody up in the register. */
export function RegisterStakeholder({ productId, target }: Props) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  return (
    <>
      {target(modal.open)}
      <Modal opened={opened} onClose={modal.close} title={t("stakeholder.new")}>
        <Form productId={productId} onDone={modal.close} />
      </Modal>
    </>
  );
}

function Form({ productId, onDone }: { productId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data: people } = useQuery(peopleQuery);
  const form = useForm({
    initialValues: {
      title: "",
      member_id: null as string | null,
      organisation: "",
      position: "",
      power: 50 as number | string,
      interest: 50 as number | string,
      attitude: "neutral" as Stakeholder["attitude"],
      concerns: "",
    },
  });
  const register = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<Stakeholder>(`/products/${productId}/stakeholders`, {
        ...values,
        power: Number(values.power),
        interest: Number(values.interest),
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["stakeholder", "list"] });
      void done(t("create.done", { name: made.key }));
      onDone();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => register.mutate(values))}
      onCancel={onDone}
      isPending={register.isPending}
      fault={register.error}
    >
      <PersonSelect
        label={t("stakeholder.member")}
        description={t("stakeholder.memberMeans")}
        value={form.values.member_id}
        onChange={(id) => {
          form.setFieldValue("member_id", id);
          const name = people?.find((person) => person.id === id)?.name;
          if (name && !form.values.title) form.setFieldValue("title", name);
        }}
      />
      <TextInput
        label={t("stakeholder.name")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Group grow>
        <TextInput
          label={t("stakeholder.position")}
          maxLength={200}
          {...form.getInputProps("position")}
        />
        <TextInput
          label={t("stakeholder.organisation")}
          maxLength={200}
          {...form.getInputProps("organisation")}
        />
      </Group>
      <Group grow>
        <NumberInput
          label={t("stakeholder.power")}
          min={0}
          max={100}
          step={10}
          {...form.getInputProps("power")}
        />
        <NumberInput
          label={t("stakeholder.interest")}
          min={0}
          max={100}
          step={10}
          {...form.getInputProps("interest")}
        />
        <Select
          label={t("stakeholder.attitudeLabel")}
          allowDeselect={false}
          data={ATTITUDES.map((value) => ({ value, label: t(`stakeholder.attitude.${value}`) }))}
          {...form.getInputProps("attitude")}
        />
      </Group>
      <Textarea
        label={t("stakeholder.concerns")}
        placeholder={t("stakeholder.concernsExample")}
        autosize
        minRows={2}
        {...form.getInputProps("concerns")}
      />
    </CreateForm>
  );
}
