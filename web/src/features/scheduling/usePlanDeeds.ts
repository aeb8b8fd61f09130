import { useTranslation } from "react-i18next";
import { hoursOf, workingMinutes } from "@/features/core/workingTime";
import type { GanttEvents } from "@/timeline/ganttProps";
import { textOf } from "@/timeline/geometry/time";
import type { RowEdit, Span } from "@/timeline/types";
import { fillDown } from "./outline/filling";
import * as many from "./outline/many";
import * as outline from "./outlineEdits";
import type { Edit, ItemFields, Plan } from "./plan";
import { usePlanEdits } from "./usePlanEdits";

/** What the Gantt's gestures and keys do to the plan. */
export function usePlanDeeds(plan: Plan): GanttEvents {
  const { t } = useTranslation();
  const { mutateAsync } = usePlanEdits(plan.project.id, plan.scenario?.id);
  const { items, links } = plan;
  const send = (edits: Edit[]) => (edits.length > 0 ? mutateAsync(edits) : undefined);
  const set = (id: string, fields: ItemFields) => {
    const item = items.find((each) => each.id === id);
    return item && send([{ op: "set", id, version: item.version, fields }]);
  };
  const minutesIn = (id: string, { start, finish }: Span) => {
    const own = items.find((each) => each.id === id)?.calendar_id ?? plan.project.calendar_id;
    const hours = hoursOf(plan.calendars.find((calendar) => calendar.id === own));
    return Math.max(1, workingMinutes(hours, start, finish));
  };
  const edit = (id: string, written: RowEdit) => {
    switch (written.field) {
      case "title":
        return set(id, { title: written.value });
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
    }
  };
  return {
    onEdit: edit,
    onMove: (id, span) => set(id, { start: textOf(span.start) }),
    onResize: (id, span, end) =>
      set(id, {
        duration_minutes: minutesIn(id, span),
        ...(end === "start" && { start: textOf(span.start) }),
      }),
    onProgress: (id, percent) => set(id, { percent_complete: percent }),
    onLink: (before, after, kind) =>
      send([{ op: "link", before, after, kind, lag_minutes: 0, lag_unit: "working" }]),
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
    onFill: (ids, column) => send(fillDown(plan, ids, column)),
    onRemove: (ids) => send(many.remove(items, ids)),
  };
}
