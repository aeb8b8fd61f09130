import { Button, Checkbox, Group, Select, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDone } from "@/features/core/useDone";
import { type Resource, resourcesQuery } from "@/features/delivery/resources/resources";
import { indented } from "@/timeline/geometry/indented";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import type { Edit, Plan } from "../plan";
import { usePlan } from "../usePlan";
import { usePlanEdits } from "../usePlanEdits";
import classes from "./AssignmentGrid.module.css";
import { assignAll } from "./cells";
import { UnitsCell } from "./UnitsCell";

/** Items against people: a percentage in a cell puts somebody on an item; several rows get somebody at once. */
export default function AssignmentGrid({ id }: PartProps) {
  const { t } = useTranslation();
  const { plan } = usePlan(id);
  const { data: everybody } = useQuery(resourcesQuery(id));
  const { mutate, error } = usePlanEdits(id);
  const done = useDone();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<readonly string[]>([]);
  if (!plan || !everybody) return <LoadingState />;
  if (plan.items.length === 0) {
    return <EmptyState icon={IconUsers} sentence={t("people.empty")} />;
  }
  const canEdit = plan.can.edit === true;
  const columns = columnsOf(plan, everybody, added);
  const rest = everybody.filter(({ id: one }) => !columns.some((column) => column.id === one));
  const at = new Map(plan.assignments.map((one) => [`${one.item_id} ${one.resource_id}`, one]));
  const send = (edits: Edit[], said?: string) =>
    edits.length > 0 && mutate(edits, { onSuccess: () => void (said && done(said)) });
  const toggle = (item: string) => {
    const next = new Set(chosen);
    if (!next.delete(item)) next.add(item);
    setChosen(next);
  };
  const assign = (resource: string | null) => {
    if (!resource) return;
    const edits = assignAll(plan.assignments, [...chosen], resource);
    send(edits, t("people.assigned", { count: edits.length }));
    setChosen(new Set());
  };
  return (
    <PageBody>
      {canEdit && (
        <Group gap="sm" my="sm" align="flex-end">
          <Select
            size="xs"
            searchable
            aria-label={t("people.addColumn")}
            placeholder={t("people.addColumn")}
            value={null}
            data={rest.map(asOption)}
            onChange={(one) => one && setAdded([...added, one])}
          />
          {chosen.size > 0 && (
            <>
              <Text size="sm">{t("people.chosen", { count: chosen.size })}</Text>
              <Select
                size="xs"
                searchable
                aria-label={t("people.assignChosen")}
                placeholder={t("people.assignChosen")}
                value={null}
                data={everybody.map(asOption)}
                onChange={assign}
              />
              <Button size="xs" variant="default" onClick={() => setChosen(new Set())}>
                {t("cancel")}
              </Button>
            </>
          )}
        </Group>
      )}
      <ProblemNote fault={error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a grid wider than its frame is scrolled by keyboard */}
      <section className={classes.frame} tabIndex={0} aria-label={t("people.title")}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col" className={classes.item}>
                {t("kind.work_item")}
              </th>
              {columns.map(({ id: one, title }) => (
                <th key={one} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.items.map((item) => (
              <tr key={item.id} data-summary={item.type === "summary" || undefined}>
                <th
                  scope="row"
                  className={classes.item}
                  style={{ paddingInlineStart: 4 + indented(item.outline_level, 14, 120) }}
                >
                  <Group gap={6} wrap="nowrap">
                    {canEdit && item.type !== "summary" && (
                      <Checkbox
                        size="xs"
                        aria-label={t("people.choose", { item: item.key })}
                        checked={chosen.has(item.id)}
                        onChange={() => toggle(item.id)}
                      />
                    )}
                    <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm" truncate>
                      {item.title}
                    </PeekLink>
                  </Group>
                </th>
                {columns.map((column) => (
                  <td key={column.id}>
                    {item.type !== "summary" && (
                      <UnitsCell
                        label={t("people.cell", { item: item.key, name: column.title })}
                        assignment={at.get(`${item.id} ${column.id}`)}
                        itemId={item.id}
                        resourceId={column.id}
                        canEdit={canEdit}
                        onEdit={(edit) => send([edit])}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PageBody>
  );
}

/** Whoever is in the plan, and whom somebody wants to put there. */
function columnsOf(plan: Plan, everybody: readonly Resource[], added: readonly string[]) {
  const there = plan.resources.map(({ id, title }) => ({ id, title }));
  const more = everybody.filter(
    ({ id }) => added.includes(id) && !there.some((one) => one.id === id),
  );
  return [...there, ...more.map(({ id, title }) => ({ id, title }))].sort((a, b) =>
    a.title.localeCompare(b.title),
  );
}

function asOption({ id, title }: { id: string; title: string }) {
  return { value: id, label: title };
}
