import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconArrowUp, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { projectsQuery } from "@/features/delivery/delivery";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { type LevellingIn, projectValuesQuery } from "./levelling";
import { ValuesTable } from "./ValuesTable";

interface Props {
  /** The most important first. */
  projects: readonly string[];
  isPending: boolean;
  fault: unknown;
  onProjects: (projects: string[]) => void;
  onStart: (asked: LevellingIn) => void;
}

type Range = { first: string | null; last: string | null };

const CHECKS = ["within_slack", "keep_delays", "soft", "move_remaining", "may_split"] as const;

/** Which projects, in which order, and how. */
export function LevellingForm({ projects, isPending, fault, onProjects, onStart }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(projectsQuery());
  const mine = (data?.items ?? []).filter(({ can }) => can.edit);
  const [checks, setChecks] = useState({
    within_slack: false,
    keep_delays: false,
    soft: false,
    move_remaining: true,
    may_split: false,
  });
  const [importance, setImportance] = useState<"order" | "value">("order");
  const isWeighed = projects.length > 1 && importance === "value";
  const values = useQuery({ ...projectValuesQuery(projects), enabled: isWeighed });
  const [goal, setGoal] = useState<LevellingIn["goal"]>("finish");
  const [range, setRange] = useState<Range>({ first: null, last: null });
  const isRangeTurned = range.first !== null && range.last !== null && range.last < range.first;
  const [seconds, setSeconds] = useState<number | string>(10);
  const nameOf = (id: string) => data?.items.find((one) => one.id === id)?.title ?? "…";
  const up = (place: number) => {
    const next = [...projects];
    next.splice(place - 1, 0, ...next.splice(place, 1));
    onProjects(next);
  };
  return (
    <Stack gap="md" maw={640}>
      <div>
        <Title order={2} fz="sm" mb={4}>
          {t(isWeighed ? "levelling.weighed" : "levelling.projects")}
        </Title>
        {projects.map((id, place) => (
          <Group key={id} gap="sm" wrap="nowrap" mb={4}>
            <Text size="sm" flex={1} truncate>
              {!isWeighed && `${place + 1}. `}
              {nameOf(id)}
            </Text>
            {place > 0 && !isWeighed && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("levelling.moreImportant", { name: nameOf(id) })}
                onClick={() => up(place)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("resource.forget", { name: nameOf(id) })}
              onClick={() => onProjects(projects.filter((one) => one !== id))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Select
          key={projects.length}
          searchable
          aria-label={t("levelling.addProject")}
          placeholder={t("levelling.addProject")}
          value={null}
          data={mine
            .filter(({ id }) => !projects.includes(id))
            .map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
          onChange={(id) => id && onProjects([...projects, id])}
        />
      </div>
      {projects.length > 1 && (
        <div>
          <Title order={2} fz="sm" mb={4}>
            {t("levelling.importance")}
          </Title>
          <SegmentedControl
            aria-label={t("levelling.importance")}
            data={(["order", "value"] as const).map((each) => ({
              value: each,
              label: t(`levelling.importances.${each}`),
            }))}
            value={importance}
            onChange={(next) => setImportance(next as typeof importance)}
          />
          {!isWeighed && (
            <Text size="xs" c="dimmed" mt={4}>
              {t("levelling.order")}
            </Text>
          )}
          {isWeighed && values.data && <ValuesTable values={values.data} />}
          {isWeighed && <ProblemNote fault={values.error} />}
        </div>
      )}
      <Select
        label={t("levelling.goal")}
        allowDeselect={false}
        data={(["finish", "stability"] as const).map((each) => ({
          value: each,
          label: t(`levelling.goals.${each}`),
        }))}
        value={goal}
        onChange={(next) => next && setGoal(next as LevellingIn["goal"])}
      />
      <div>
        <Group gap="sm" align="flex-start">
          {(["first", "last"] as const).map((end) => (
            <DateField
              key={end}
              label={t(`levelling.${end}`)}
              value={range[end]}
              error={end === "last" && isRangeTurned ? t("levelling.turned") : undefined}
              onChange={(day) => setRange({ ...range, [end]: day })}
            />
          ))}
        </Group>
        <Text size="xs" c="dimmed" mt={4}>
          {t("levelling.range")}
        </Text>
      </div>
      <Stack gap="xs">
        {CHECKS.map((each) => (
          <Checkbox
            key={each}
            label={t(`levelling.${each}`)}
            checked={checks[each]}
            onChange={({ currentTarget }) =>
              setChecks({ ...checks, [each]: currentTarget.checked })
            }
          />
        ))}
      </Stack>
      <NumberInput
        label={t("levelling.seconds")}
        w={200}
        min={1}
        max={300}
        value={seconds}
        onChange={setSeconds}
      />
      <ProblemNote fault={fault} />
      <Group>
        <Button
          disabled={projects.length === 0 || isRangeTurned}
          loading={isPending}
          onClick={() =>
            onStart({
              ...checks,
              ...range,
              goal,
              importance: isWeighed ? "value" : "order",
              project_ids: [...projects],
              seconds: Math.min(300, Math.max(1, Number(seconds) || 10)),
              alternatives: true,
            })
          }
        >
          {t("levelling.start")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("levelling.nothingYet")}
        </Text>
      </Group>
    </Stack>
  );
}
