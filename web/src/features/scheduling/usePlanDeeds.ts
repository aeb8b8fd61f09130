import { useTranslation } from "react-i18next";
import { hoursOf, workingMinutes } from "@/features/core/workingTime";
import type { GanttEvents } from "@/timeline/ganttProps";
import { textOf } from "@/timeline/geometry/time";
import type { Outcome } from "@/timeline/gestures/drag";
import type { RowEdit, Span } from "@/timeline/types";
import type { PlanColumn } from "./columns/planColumn";
import { fillDown, promiseFilled } from "./outline/filling";
import * as many from "./outline/many";
import * as outline from "./outlineEdits";
import type { Edit, ItemFields, Plan } from "./plan";
import { useCommit } from "./promises/useCommit";
import { useForesee } from "./useForesee";
import { usePlanEdits } from "./usePlanEdits";

/** What the Gantt's gestures and keys do to the plan. */
export function usePlanDeeds(plan: Plan, columns: readonly PlanColumn[]): GanttEvents {
  const { t } = useTranslation();
  const { mutateAsync } = usePlanEdits(plan.project.id, plan.scenario?.id);
  const commit = useCommit(plan.project.id);
  const { items, links } = plan;
  const send = (edits: Edit[]) => (edits.length > 0 ? mutateAsync(edits) : undefined);
  const setting = (id: string, fields: ItemFields): Edit[] => {
    const item = items.find((each) => each.id === id);
    return item ? [{ op: "set", id, version: item.version, fields }] : [];
  };
  const set = (id: string, fields: ItemFields) => send(setting(id, fields));
  const minutesIn = (id: string, { start, finish }: Span) => {
    const own = items.find((each) => each.id === id)?.calendar_id ?? plan.project.calendar_id;
    const hours = hoursOf(plan.calendars.find((calendar) => calendar.id === own));
    return Math.max(1, workingMinutes(hours, start, finish));
  };
  const edit = (id: string, written: RowEdit) => {
    switch (written.field) {
      case "title":
        return set(id, { title: written.value });
      case "type":
        return set(id, { item_type_id: written.value });
      case "durationMinutes":
        return set(id, { duration_minutes: written.value });
      case "start":
        return set(id, { start: textOf(written.value) });
      case "finish":
        return set(id, { finish: textOf(written.value) });
      case "percentComplete":
        return set(id, { percent_complete: written.value });
      case "ownMinutes":
        return set(id, {
          estimate: {
            optimistic: written.value,
            likely: written.value,
            pessimistic: written.value,
          },
        });
      case "predecessors":
        return send(outline.waitsFor(links, id, written.value));
      case "added": {
        const item = items.find((each) => each.id === id);
        const found = columns.find((each) => each.id === written.column);
        if (found?.isPromise) return commit([id], written.value as string | null);
        return item && send(found?.edits?.(item, written.value) ?? []);
      }
    }
  };
  const moving = (id: string, { start }: Span) => setting(id, { start: textOf(start) });
  const dragged = (outcome: Outcome): Edit[] => {
    switch (outcome.kind) {
      case "moved":
        return moving(outcome.id, outcome.span);
      case "resized":
        return setting(outcome.id, {
          duration_minutes: minutesIn(outcome.id, outcome.span),
          ...(outcome.end === "start" && { start: textOf(outcome.span.start) }),
        });
      case "progressed":
        return setting(outcome.id, { percent_complete: outcome.percent });
      case "linked": {
        const { before, after, link: kind } = outcome;
        return [{ op: "link", before, after, kind, lag_minutes: 0, lag_unit: "working" }];
      }
      case "click":
        return [];
    }
  };
  const onForesee = useForesee(plan, dragged);
  return {
    onEdit: edit,
    onMove: (id, span) => send(moving(id, span)),
    onResize: (id, span, end) => send(dragged({ kind: "resized", id, span, end })),
    onProgress: (id, percent) => send(dragged({ kind: "progressed", id, percent })),
    onLink: (before, after, link) => send(dragged({ kind: "linked", before, after, link })),
    onForesee,
    onAdd: (afterId, parentId) =>
      send(
        outline.add(
          items,
          { afterId, parentId },
          { title: t("plan.newTask"), minutes: plan.project.minutes_per_day },
        ),
      ),
    onIndent: (ids) => send(many.indent(items, ids)),
    onOutdent: (ids) => send(many.outdent(items, ids)),
    onReorder: (ids, direction) => send(many.reorder(items, ids, direction)),
    onDropRows: (ids, parentId, afterId) => send(many.drop(items, ids, parentId, afterId)),
    onFill: (ids, column) => {
      const own = columns.find(({ id }) => id === column);
      const promise = promiseFilled(items, ids, own);
      if (promise) return commit(promise.item_ids, promise.iteration_id);
      return send(fillDown(plan, ids, column, columns));
    },
    onRemove: (ids) => send(many.remove(items, ids)),
  };
}
