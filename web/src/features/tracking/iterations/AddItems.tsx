import { Button, Group, MultiSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "@/features/scheduling/plan";
import type { Iteration } from "@/features/scheduling/promises/iterations";
import { useCommit } from "@/features/scheduling/promises/useCommit";
import type { IterationPage } from "./iterations";

interface Props {
  iteration: Iteration;
  held: IterationPage["items"];
  plan: Plan;
}

/** Promise open tasks of the plan for the iteration, several at once. */
export function AddItems({ iteration, held, plan }: Props) {
  const { t } = useTranslation();
  const commit = useCommit(iteration.project_id);
  const [chosen, setChosen] = useState<string[]>([]);
  const inside = new Set(held.filter(({ carried }) => !carried).map(({ id }) => id));
  const open = plan.items.filter(
    ({ id, type, percent_complete, active }) =>
      type !== "summary" && active && percent_complete < 100 && !inside.has(id),
  );
  const promise = () => {
    commit(chosen, iteration.id);
    setChosen([]);
  };
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <MultiSelect
        flex={1}
        size="sm"
        searchable
        limit={50}
        aria-label={t("iteration.promise")}
        placeholder={t("iteration.promise")}
        nothingFoundMessage={t("iteration.nothingOpen")}
        data={open.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button disabled={chosen.length === 0} onClick={promise}>
        {t("iteration.promiseThem")}
      </Button>
    </Group>
  );
}
