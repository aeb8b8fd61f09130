import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as outline from "../outlineEdits";
import type { Edit, Plan } from "../plan";
import { usePlanEdits } from "../usePlanEdits";
import { dropPlace, ROOT } from "./branches";

type Part = Parameters<typeof dropPlace>[3];

/** What keys and gestures of the map do to the plan: the edits of the outline. */
export function useMapDeeds(plan: Plan, onChosen: (id: string) => void) {
  const { t } = useTranslation();
  const { mutateAsync, error } = usePlanEdits(plan.project.id, plan.scenario?.id);
  const [naming, setNaming] = useState<string | null>(null);
  const { items } = plan;
  const send = async (edits: Edit[]) => {
    if (edits.length === 0) return undefined;
    // A refusal is told above the map.
    return mutateAsync(edits).catch(() => undefined);
  };
  const add = async (parentId: string | null, afterId: string | null) => {
    const made = outline.add(
      items,
      { parentId, afterId },
      { title: t("plan.newTask"), minutes: plan.project.minutes_per_day },
    );
    const edited = await send(made.map((edit) => ({ ...edit, temp_id: "new" }) as Edit));
    const id = edited?.temp_ids.new;
    if (!id) return;
    onChosen(id);
    setNaming(id);
  };
  return {
    fault: error,
    naming,
    name: setNaming,
    rename: (id: string, title: string) => {
      setNaming(null);
      const item = items.find((each) => each.id === id);
      if (item && title !== "" && title !== item.title)
        void send([{ op: "set", id, version: item.version, fields: { title } }]);
    },
    addChild: (id: string) => void add(id === ROOT ? null : id, null),
    addBeside: (id: string) => {
      const item = items.find((each) => each.id === id);
      void add(item?.parent_id ?? null, item?.id ?? null);
    },
    shift: (id: string, way: "up" | "down" | "in" | "out") =>
      void send(
        way === "in"
          ? outline.indent(items, id)
          : way === "out"
            ? outline.outdent(items, id)
            : outline.reorder(items, id, way),
      ),
    remove: (id: string) => void send(outline.remove(items, id)),
    drop: (id: string, onto: string, part: Part) => {
      const place = dropPlace(items, id, onto, part);
      const item = items.find((each) => each.id === id);
      if (place && item && place.afterId !== id)
        void send([outline.move(item, place.parentId, place.afterId)]);
    },
  };
}

export type MapDeeds = ReturnType<typeof useMapDeeds>;
