import {
  ActionIcon,
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  Table,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { customFieldsQuery } from "@/features/core/list/customFields";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { HiddenHead } from "@/ui/table/HiddenHead";
import type { Factor, Scorecard } from "./types";

interface Props {
  scorecard: Scorecard;
  opened: boolean;
  onClose: () => void;
}

/** The formula, the factors it takes, and which of them takes capacity. */
export function EditScorecard({ scorecard, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t("scorecard.editing", { name: scorecard.title })}
    >
      {opened && <Form key={scorecard.version} scorecard={scorecard} onClose={onClose} />}
    </Modal>
  );
}

function Form({ scorecard, onClose }: Omit<Props, "opened">) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const form = useForm({
    initialValues: {
      title: scorecard.title,
      formula: scorecard.formula,
      effort: scorecard.effort,
      days_per_unit: scorecard.days_per_unit as number | string,
      factors: scorecard.factors as Factor[],
    },
  });
  const save = useMutation({
    mutationFn: ({ days_per_unit, ...fields }: typeof form.values) =>
      http.patch<Scorecard>(
        `/scorecards/${scorecard.id}`,
        { ...fields, days_per_unit: Number(days_per_unit) },
        { version: scorecard.version },
      ),
    onSuccess: async (saved) => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: ["scorecard"] }),
        cache.invalidateQueries({ queryKey: ["ranking", saved.id] }),
      ]);
      void done(t("scorecard.saved", { name: saved.key }));
      onClose();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  const { factors } = form.values;
  const { data: added = [] } = useQuery(customFieldsQuery(scorecard.about));
  const numbers = added.filter(
    ({ type, product_id }) =>
      type === "number" && (product_id === null || product_id === scorecard.product_id),
  );
  const blank = (): Factor => ({
    name: freshName(factors),
    title: "",
    unit: "",
    low: 0,
    high: 10,
    side: "",
    weight: 1,
    choices: [],
    hint: "",
    field: "",
  });
  return (
    <form className="nl-form" onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <TextInput label={t("scorecard.title")} required {...form.getInputProps("title")} />
      <TextInput
        label={t("scorecard.formula")}
        description={t("scorecard.formulaHint", {
          names: factors.map(({ name }) => name).join(", "),
        })}
        ff="monospace"
        required
        {...form.getInputProps("formula")}
        error={save.error?.code === "formula.not_understood" ? save.error.detail : null}
      />
      <Table fz="sm" verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {(["name", "title", "unit", "from", "low", "high", "side", "weight"] as const).map(
              (head) => (
                <Table.Th key={head}>{t(`factor.${head}`)}</Table.Th>
              ),
            )}
            <HiddenHead>{t("factor.remove")}</HiddenHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {factors.map((factor, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a factor's name is being typed, its place stays
            <Table.Tr key={index}>
              {(["name", "title", "unit"] as const).map((field) => (
                <Table.Td key={field}>
                  <TextInput
                    size="xs"
                    aria-label={t(`factor.${field}`)}
                    required={field !== "unit"}
                    {...form.getInputProps(`factors.${index}.${field}`)}
                  />
                </Table.Td>
              ))}
              <Table.Td w={148}>
                <Select
                  size="xs"
                  aria-label={t("factor.from")}
                  allowDeselect={false}
                  data={[
                    { value: "", label: t("factor.given") },
                    ...numbers.map(({ name, title }) => ({ value: name, label: title })),
                  ]}
                  {...form.getInputProps(`factors.${index}.field`)}
                />
              </Table.Td>
              {(["low", "high"] as const).map((field) => (
                <Table.Td key={field} w={84}>
                  <NumberInput
                    size="xs"
                    hideControls
                    aria-label={t(`factor.${field}`)}
                    disabled={(factor.choices?.length ?? 0) > 0 || Boolean(factor.field)}
                    value={factor[field] ?? ""}
                    onChange={(next) =>
                      form.setFieldValue(
                        `factors.${index}.${field}`,
                        next === "" ? null : Number(next),
                      )
                    }
                  />
                </Table.Td>
              ))}
              <Table.Td w={112}>
                <Select
                  size="xs"
                  aria-label={t("factor.side")}
                  allowDeselect={false}
                  data={(["", "benefit", "cost"] as const).map((side) => ({
                    value: side,
                    label: t(`factor.sides.${side || "none"}`),
                  }))}
                  {...form.getInputProps(`factors.${index}.side`)}
                />
              </Table.Td>
              <Table.Td w={72}>
                <NumberInput
                  size="xs"
                  hideControls
                  aria-label={t("factor.weight")}
                  disabled={!factor.side}
                  {...form.getInputProps(`factors.${index}.weight`)}
                />
              </Table.Td>
              <Table.Td w={36}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t("factor.remove")}: ${factor.title}`}
                  disabled={factors.length === 1}
                  onClick={() => form.removeListItem("factors", index)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="space-between" align="end">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem("factors", blank())}
        >
          {t("factor.add")}
        </Button>
        <Group gap="xs" align="end">
          <Select
            size="xs"
            label={t("scorecard.effort")}
            clearable
            value={form.values.effort || null}
            data={factors.map(({ name, title }) => ({ value: name, label: title || name }))}
            onChange={(next) => form.setFieldValue("effort", next ?? "")}
          />
          <NumberInput
            size="xs"
            w={140}
            label={t("scorecard.daysPerUnit")}
            min={0}
            disabled={!form.values.effort}
            {...form.getInputProps("days_per_unit")}
          />
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t("scorecard.kept")}
      </Text>
      <ProblemNote fault={save.error?.code === "formula.not_understood" ? null : save.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Group>
    </form>
  );
}

function freshName(factors: readonly Factor[]): string {
  const taken = new Set(factors.map(({ name }) => name));
  let number = factors.length + 1;
  while (taken.has(`factor_${number}`)) number += 1;
  return `factor_${number}`;
}
