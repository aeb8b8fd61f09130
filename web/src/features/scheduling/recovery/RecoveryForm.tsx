import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { resourcesQuery } from "@/features/delivery/resources/resources";
import { DateField } from "@/ui/DateField";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { type PlanItem, planQuery } from "../plan";
import { LEVERS, type Lever, type RecoveryIn } from "./recovery";
import { Today } from "./Today";

interface Props {
  project: string;
  /** Whose deadline is to be made; none: the project's. */
  item: string | null;
  onItem: (item: string | null) => void;
  isPending: boolean;
  fault: unknown;
  onStart: (asked: RecoveryIn) => void;
}

const WHOLE = "project";

/** The items that have a date to make. */
const datesOf = (items: readonly PlanItem[]) =>
  items
    .filter(({ deadline, percent_complete }) => deadline !== null && percent_complete < 100)
    .map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }));

/** What the search may do: how sure, at what price, with whom, and what must stay. */
export function RecoveryForm({ project, item, onItem, isPending, fault, onStart }: Props) {
  const { t } = useTranslation();
  const { data: plan, error } = useQuery(planQuery(project));
  const { data: everybody } = useQuery(resourcesQuery(project));
  const [target, setTarget] = useState<number | string>(80);
  const [budget, setBudget] = useState<number | string>("");
  const [kinds, setKinds] = useState<string[]>([...LEVERS]);
  const [keep, setKeep] = useState<string[]>([]);
  const [people, setPeople] = useState<string[]>([]);
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const isBackwards = first !== null && last !== null && last < first;
  if (error) return <ErrorState title={error.title} detail={error.detail} />;
  if (!plan) return <LoadingState />;
  const { forecast } = plan;
  const meant = plan.items.find(({ id }) => id === item);
  const deadline = meant ? meant.deadline : (forecast?.deadline ?? null);
  const items = plan.items.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }));
  const able = (everybody ?? [])
    .filter(({ type }) => type === "person" || type === "role")
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Stack gap="md" maw={640}>
      <Select
        searchable
        label={t("recovery.whose")}
        allowDeselect={false}
        limit={50}
        data={[{ value: WHOLE, label: t("recovery.wholeProject") }, ...datesOf(plan.items)]}
        value={meant?.id ?? WHOLE}
        onChange={(id) => onItem(id === WHOLE ? null : id)}
      />
      <Today item={meant} forecast={forecast} />
      <Group gap="md" align="start">
        <NumberInput
          label={t("recovery.target")}
          suffix=" %"
          w={200}
          min={1}
          max={100}
          value={target}
          onChange={setTarget}
        />
        <NumberInput
          label={t("recovery.budget")}
          description={t("recovery.budgetLead")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          w={240}
          min={0}
          thousandSeparator=" "
          value={budget}
          onChange={setBudget}
        />
      </Group>
      <Checkbox.Group label={t("recovery.kinds")} value={kinds} onChange={setKinds}>
        <Stack gap="xs" mt={4}>
          {LEVERS.map((each) => (
            <Checkbox key={each} value={each} label={t(`recovery.lever.${each}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <MultiSelect
        searchable
        label={t("recovery.keep")}
        placeholder={keep.length === 0 ? t("recovery.keepNone") : undefined}
        limit={50}
        data={items}
        value={keep}
        onChange={setKeep}
      />
      <MultiSelect
        searchable
        label={t("recovery.people")}
        placeholder={people.length === 0 ? t("recovery.peopleAny") : undefined}
        limit={50}
        data={able}
        value={people}
        onChange={setPeople}
      />
      <Group gap="md" align="start">
        <DateField label={t("recovery.first")} value={first} onChange={setFirst} />
        <DateField
          label={t("recovery.last")}
          value={last}
          error={isBackwards ? t("calendar.lastBeforeFirst") : undefined}
          onChange={setLast}
        />
      </Group>
      <ProblemNote fault={fault} />
      <Group>
        <Button
          disabled={kinds.length === 0 || deadline === null || isBackwards}
          loading={isPending}
          onClick={() =>
            onStart({
              target: Math.min(100, Math.max(1, Number(target) || 80)) / 100,
              budget: budget === "" ? null : Number(budget),
              kinds: kinds as Lever[],
              keep,
              people,
              item_id: meant?.id ?? null,
              first,
              last,
            })
          }
        >
          {t("recovery.start")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("recovery.nothingYet")}
        </Text>
      </Group>
    </Stack>
  );
}
