import { Button, Modal, SegmentedControl, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { PersonSelect } from "@/features/core/PersonSelect";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import { linesOf } from "@/ui/text/lines";
import { plainText, textOf } from "@/ui/text/plainText";
import { toast } from "@/ui/toast";
import type { Charter } from "../delivery";
import type { Amendment, Side } from "./amendments";

interface Props {
  charter: Charter;
  sides: readonly Side[];
}

/** Other terms for a signed charter: what stays as it is, is not sent. */
export function ProposeAmendment({ charter, sides }: Props) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  return (
    <>
      <Button size="compact-sm" variant="default" w="fit-content" onClick={modal.open}>
        {t("amendment.propose")}
      </Button>
      <Modal opened={opened} onClose={modal.close} title={t("amendment.propose")} size="lg">
        <ProposeForm charter={charter} sides={sides} onDone={modal.close} />
      </Modal>
    </>
  );
}

function ProposeForm({ charter, sides, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const scope = plainText(charter.scope);
  const form = useForm({
    initialValues: {
      side: sides[0] ?? ("project" as Side),
      reason: "",
      scope,
      deadline: charter.deadline,
      criteria: charter.success_criteria.join("\n"),
      project_manager_id: charter.project_manager?.id ?? null,
    },
  });
  type Values = typeof form.values;
  const propose = useMutation({
    mutationFn: ({ side, reason, criteria, ...terms }: Values) =>
      http.post<Amendment>(
        `/charters/${charter.id}/amendments`,
        {
          side,
          reason: reason.trim(),
          // Rewritten as plain text only where it was rewritten at all.
          ...(terms.scope === scope ? {} : { scope: textOf(terms.scope) }),
          deadline: terms.deadline,
          success_criteria: linesOf(criteria),
          project_manager_id: terms.project_manager_id,
        },
        { version: charter.version },
      ),
    onSuccess: (made) => {
      toast.done(t("amendment.proposed", { name: made.key }));
      onDone();
      return cache.invalidateQueries();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => propose.mutate(values))}
      onCancel={onDone}
      isPending={propose.isPending}
      fault={propose.error}
      verb={t("amendment.propose")}
    >
      <Text size="sm" c="dimmed">
        {t("amendment.lead")}
      </Text>
      {sides.length > 1 && (
        <SegmentedControl
          aria-label={t("amendment.side")}
          data={sides.map((value) => ({
            value,
            label: `${t("amendment.side")} ${t(`amendment.sideOf.${value}`)}`,
          }))}
          {...form.getInputProps("side")}
        />
      )}
      <DateField
        label={t("project.deadline")}
        value={form.values.deadline}
        onChange={(deadline) => form.setFieldValue("deadline", deadline)}
      />
      <Textarea label={t("charter.scope")} autosize minRows={2} {...form.getInputProps("scope")} />
      <Textarea
        label={t("charter.criteria")}
        description={t("charter.criteriaHint")}
        autosize
        minRows={2}
        {...form.getInputProps("criteria")}
      />
      <PersonSelect
        label={t("charter.manager")}
        value={form.values.project_manager_id}
        onChange={(id) => form.setFieldValue("project_manager_id", id)}
      />
      <Textarea
        label={t("amendment.why")}
        required
        autosize
        minRows={2}
        {...form.getInputProps("reason")}
      />
    </CreateForm>
  );
}
