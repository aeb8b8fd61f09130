import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useFigures } from "@/ui/words/figures";
import { countdown, type Launch, type LaunchStep } from "./launches";
import type { LaunchDeeds } from "./useLaunchDeeds";

interface Props {
  launch: Launch;
  deeds: LaunchDeeds;
}

/** The checklist, in days before and after the launch. */
export function LaunchChecklist({ launch, deeds }: Props) {
  const { t } = useTranslation();
  const [title, setTitle] = useState("");
  const [offset, setOffset] = useState<number | string>(-7);
  const may = launch.can.contribute === true && launch.archived_at === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    deeds.addStep({ title: title.trim(), offset_days: Number(offset) }, t("launch.stepAdded"));
    setTitle("");
  };
  return (
    <Stack component="section" gap="xs" aria-label={t("launch.checklist")}>
      <Text fw={600}>{t("launch.checklist")}</Text>
      {launch.steps.map((step) => (
        <Step key={step.id} step={step} may={may} deeds={deeds} />
      ))}
      {may && (
        <form onSubmit={submit}>
          <Group gap="xs" wrap="nowrap">
            <NumberInput
              size="xs"
              w={88}
              aria-label={t("launch.offset")}
              min={-730}
              max={730}
              value={offset}
              onChange={setOffset}
            />
            <TextInput
              size="xs"
              flex={1}
              aria-label={t("launch.newStep")}
              placeholder={t("launch.newStep")}
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <Button
              size="xs"
              type="submit"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              {t("launch.addStep")}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}

function Step({ step, may, deeds }: { step: LaunchStep; may: boolean; deeds: LaunchDeeds }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const isLate = !step.done_on && step.due < new Date().toISOString().slice(0, 10);
  return (
    <Group gap="4px 12px" mb={{ base: "xs", xs: 0 }} wrap="wrap">
      <Text size="xs" w={44} flex="none" className="tabular" c="dimmed">
        {countdown(step.offset_days)}
      </Text>
      <Checkbox
        className="nl-title"
        flex="1 1 220px"
        size="sm"
        label={step.title}
        description={
          step.done_on
            ? t("launch.doneBy", {
                name: step.done_by?.name ?? "",
                date: figures.date(step.done_on),
              })
            : t(isLate ? "launch.late" : "launch.due", { date: figures.date(step.due) })
        }
        checked={step.done_on !== null}
        readOnly={!may}
        onChange={(event) => {
          const done = event.currentTarget.checked;
          const said = t(done ? "launch.checked" : "launch.reopened", { name: step.title });
          if (may) deeds.check(step, done, said);
        }}
      />
      <PersonSelect
        size="xs"
        w={140}
        ml={{ base: 56, xs: 0 }}
        aria-label={t("launch.stepOwner", { name: step.title })}
        readOnly={!may}
        value={step.owner?.id ?? null}
        onChange={(owner_id) => deeds.editStep(step, { owner_id }, t("launch.stepEdited"))}
      />
      {may && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("launch.removeStep", { name: step.title })}
          onClick={() => deeds.removeStep(step, t("launch.stepRemoved"))}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
