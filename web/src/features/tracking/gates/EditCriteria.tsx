import {
  ActionIcon,
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import classes from "./Gates.module.css";
import { type CriterionIn, criteriaIn, type Gate, MEASURES, unitOf } from "./gates";
import type { GateDeeds } from "./useGateDeeds";

interface Props {
  gate: Gate;
  deeds: GateDeeds;
}

type Row = CriterionIn & { at: number };

/** What the gate asks, row by row. */
export function EditCriteria({ gate, deeds }: Props) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  const [rows, setRows] = useState<Row[]>([]);
  const open = () => {
    setRows(criteriaIn(gate.criteria).map((row, at) => ({ ...row, at })));
    modal.open();
  };
  const change = (at: number, said: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.at === at ? { ...row, ...said } : row)));
  const add = () =>
    setRows((all) => [
      ...all,
      { at: Date.now(), text: "", measure: "person", must: true, threshold: null },
    ]);
  const save = () =>
    deeds.ask(
      rows
        .filter(({ text }) => text.trim())
        .map(({ at: _, ...row }) => ({ ...row, text: row.text.trim() })),
      t("gate.didAsk", { name: gate.key }),
      modal.close,
    );
  return (
    <>
      <Button size="compact-sm" variant="default" w="fit-content" onClick={open}>
        {t("gate.editCriteria")}
      </Button>
      <Modal opened={opened} onClose={modal.close} title={t("gate.editCriteria")} size="xl">
        <Stack gap="sm">
          <ProblemNote fault={deeds.error} />
          {rows.map((row) => (
            <div key={row.at} className={classes.row}>
              <TextInput
                size="sm"
                aria-label={t("gate.criterion")}
                placeholder={t("gate.criterionHint")}
                maxLength={300}
                value={row.text}
                onChange={(event) => change(row.at, { text: event.currentTarget.value })}
              />
              <Select
                size="sm"
                aria-label={t("gate.measuredBy")}
                allowDeselect={false}
                data={MEASURES.map((value) => ({ value, label: t(`gate.measure.${value}`) }))}
                value={row.measure ?? "person"}
                onChange={(next) => {
                  const measure = (next ?? "person") as Row["measure"];
                  const needs = measure && unitOf(measure) !== undefined;
                  change(row.at, { measure, threshold: needs ? (row.threshold ?? 0) : null });
                }}
              />
              {unitOf(row.measure ?? "person") ? (
                <NumberInput
                  size="sm"
                  aria-label={t("gate.threshold")}
                  min={0}
                  suffix={unitOf(row.measure ?? "person") === "percent" ? " %" : undefined}
                  value={row.threshold ?? 0}
                  onChange={(next) => change(row.at, { threshold: Number(next) || 0 })}
                />
              ) : (
                <span />
              )}
              <Switch
                size="sm"
                label={t("gate.must")}
                checked={row.must !== false}
                onChange={(event) => change(row.at, { must: event.currentTarget.checked })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("gate.removeCriterion", { name: row.text })}
                onClick={() => setRows((all) => all.filter(({ at }) => at !== row.at))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Group justify="space-between">
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={add}
            >
              {t("gate.addCriterion")}
            </Button>
            <Button size="compact-md" loading={deeds.isPending} onClick={save}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
