import { ActionIcon, Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { type Gate, possible, type Verdict } from "./gates";
import type { GateDeeds } from "./useGateDeeds";

interface Props {
  gate: Gate;
  deeds: GateDeeds;
  /** Of a gate that was decided already: put the form away again. */
  onDone?: () => void;
}

interface Draft {
  at: number;
  text: string;
  owner_id: string | null;
  due: string | null;
}

/** Go, go on with conditions, hold or stop. */
export function DecideForm({ gate, deeds, onDone }: Props) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [note, setNote] = useState("");
  const [conditions, setConditions] = useState<Draft[]>([]);
  const blank = (): Draft => ({ at: Date.now(), text: "", owner_id: null, due: null });
  const change = (at: number, said: Partial<Draft>) =>
    setConditions((all) => all.map((one) => (one.at === at ? { ...one, ...said } : one)));
  const choose = (next: Verdict | null) => {
    setVerdict(next);
    setConditions(next === "conditional" ? [blank()] : []);
  };
  const ready =
    verdict !== null &&
    (verdict === "go" || verdict === "conditional" || note.trim() !== "") &&
    conditions.every((one) => one.text.trim() && one.owner_id && one.due);
  const send = () =>
    verdict &&
    deeds.decide(
      {
        verdict,
        note: note.trim(),
        conditions: conditions.map(({ text, owner_id, due }) => ({
          text: text.trim(),
          owner_id: owner_id ?? "",
          due: due ?? "",
        })),
      },
      t("gate.didDecide", { name: gate.key, word: t(`gate.state.${verdict}`) }),
      () => {
        choose(null);
        setNote("");
        onDone?.();
      },
    );
  return (
    <Stack gap="sm">
      <ProblemNote fault={deeds.error} />
      <Select
        size="sm"
        maw={280}
        label={t(onDone ? "gate.again" : "gate.decide")}
        autoFocus={onDone !== undefined}
        description={gate.unmet > 0 ? t("gate.noGoYet", { count: gate.unmet }) : undefined}
        placeholder={t("gate.choose")}
        clearable
        data={possible(gate).map((value) => ({ value, label: t(`gate.state.${value}`) }))}
        value={verdict}
        onChange={(next) => choose(next as Verdict | null)}
      />
      {verdict && (
        <>
          {conditions.map((one) => (
            <Group key={one.at} gap="xs" align="flex-end">
              <TextInput
                size="sm"
                flex="1 1 200px"
                label={t("gate.condition")}
                maxLength={300}
                value={one.text}
                onChange={(event) => change(one.at, { text: event.currentTarget.value })}
              />
              <PersonSelect
                size="sm"
                label={t("gate.whose")}
                value={one.owner_id}
                onChange={(owner_id) => change(one.at, { owner_id })}
              />
              <DateField
                label={t("gate.due")}
                value={one.due}
                onChange={(due) => change(one.at, { due })}
              />
              {conditions.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("gate.removeCondition")}
                  onClick={() => setConditions((all) => all.filter(({ at }) => at !== one.at))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
          {verdict === "conditional" && (
            <Button
              size="compact-sm"
              variant="default"
              w="fit-content"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setConditions((all) => [...all, blank()])}
            >
              {t("gate.addCondition")}
            </Button>
          )}
          <Textarea
            size="sm"
            label={t(verdict === "hold" || verdict === "stop" ? "gate.why" : "gate.note")}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            w="fit-content"
            size="compact-md"
            disabled={!ready}
            loading={deeds.isPending}
            onClick={send}
          >
            {t("gate.decideNow")}
          </Button>
        </>
      )}
      {onDone && (
        <Button
          w="fit-content"
          size="compact-sm"
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          onClick={onDone}
        >
          {t("gate.leave")}
        </Button>
      )}
    </Stack>
  );
}
