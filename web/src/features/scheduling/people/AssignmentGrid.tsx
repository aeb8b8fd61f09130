import { Select } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDone } from "@/features/core/useDone";
import { type Resource, resourcesQuery } from "@/features/delivery/resources/resources";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import type { Edit, Plan } from "../plan";
import { usePlan } from "../usePlan";
import { usePlanEdits } from "../usePlanEdits";
import { assignAll } from "./cells";
import { GridTable } from "./GridTable";
import { ChosenTools, GridTools } from "./GridTools";
import { itemsNamed, peopleMeant } from "./narrowed";
import { type PeopleView, readPeopleView } from "./view";

type Column = Pick<Resource, "id" | "title"> & Partial<Pick<Resource, "role" | "team">>;

/** Items against people: a percentage in a cell puts somebody on an item; several rows get somebody at once. */
export default function AssignmentGrid({ id }: PartProps) {
  const { t } = useTranslation();
  const { plan } = usePlan(id);
  const { data: everybody } = useQuery(resourcesQuery(id));
  const { mutate, error } = usePlanEdits(id);
  const done = useDone();
  const navigate = useNavigate();
  const view = readPeopleView(useSearch({ strict: false }));
  const onView = (change: Partial<PeopleView>) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<readonly string[]>([]);
  if (!plan || !everybody) return <LoadingState />;
  if (plan.items.length === 0) {
    return <EmptyState icon={IconUsers} sentence={t("people.empty")} />;
  }
  const canEdit = plan.can.edit === true;
  const columns = columnsOf(plan, everybody, added);
  const rest = everybody.filter(({ id: one }) => !columns.some((column) => column.id === one));
  const items = [...itemsNamed(plan.items, view.q)];
  const shown = peopleMeant(columns, view);
  const send = (edits: Edit[], said?: string) =>
    edits.length > 0 && mutate(edits, { onSuccess: () => void (said && done(said)) });
  const toggle = (item: string) => {
    const next = new Set(chosen);
    if (!next.delete(item)) next.add(item);
    setChosen(next);
  };
  const assign = (resource: string) => {
    const edits = assignAll(plan.assignments, [...chosen], resource);
    send(edits, t("people.assigned", { count: edits.length }));
    setChosen(new Set());
  };
  return (
    <PageBody>
      <GridTools view={view} onView={onView} everybody={everybody}>
        {canEdit && (
          <Select
            size="xs"
            searchable
            aria-label={t("people.addColumn")}
            placeholder={t("people.addColumn")}
            value={null}
            data={rest.map(({ id: one, title }) => ({ value: one, label: title }))}
            onChange={(one) => one && setAdded([...added, one])}
          />
        )}
        {chosen.size > 0 && (
          <ChosenTools
            count={chosen.size}
            everybody={everybody}
            onAssign={assign}
            onCancel={() => setChosen(new Set())}
          />
        )}
      </GridTools>
      <ProblemNote fault={error} />
      {items.length === 0 || shown.length === 0 ? (
        <EmptyState sentence={t("people.noMatch")} />
      ) : (
        <GridTable
          items={items}
          columns={shown}
          assignments={plan.assignments}
          canEdit={canEdit}
          chosen={chosen}
          onChoose={toggle}
          onEdit={(edit) => send([edit])}
        />
      )}
    </PageBody>
  );
}

/** Whoever is in the plan, and whom somebody wants to put there. */
function columnsOf(plan: Plan, everybody: readonly Resource[], added: readonly string[]) {
  const known = new Map(everybody.map((one) => [one.id, one]));
  const there: Column[] = plan.resources.map(({ id, title }) => known.get(id) ?? { id, title });
  const more = everybody.filter(
    ({ id }) => added.includes(id) && !there.some((one) => one.id === id),
  );
  return [...there, ...more].sort((a, b) => a.title.localeCompare(b.title));
}
