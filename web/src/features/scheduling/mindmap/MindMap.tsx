import { Button, Kbd, Text } from "@mantine/core";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { edgePath, layoutOf } from "@/features/discovery/tree/layout";
import { ProblemNote } from "@/ui/ProblemNote";
import { usePeek } from "@/ui/shell/usePeek";
import { childrenOf } from "../outline";
import type { Plan } from "../plan";
import type { OnPlanView, PlanView } from "../view";
import { branchesOf, foldedAtFirst, ROOT, stepFrom, type Way } from "./branches";
import { MapNode } from "./MapNode";
import classes from "./MindMap.module.css";
import { useMapDeeds } from "./useMapDeeds";

interface Props {
  plan: Plan;
  view: PlanView;
  onView: OnPlanView;
}

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** The outline of the plan as a map: grown, named, moved and folded by keys, or dragged. */
export function MindMap({ plan, view, onView }: Props) {
  const { t } = useTranslation();
  const peek = usePeek();
  const { items } = plan;
  const [folded, setFolded] = useState(() => foldedAtFirst(items));
  const choose = (id: string) => onView({ row: id === ROOT ? undefined : id });
  const deeds = useMapDeeds(plan, choose);
  const root = useMemo(() => branchesOf(items, folded), [items, folded]);
  const layout = useMemo(() => layoutOf([root]), [root]);
  const children = useMemo(() => childrenOf(items), [items]);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const canEdit = plan.can.edit === true;
  const chosen = view.row && layout.spots.has(view.row) ? view.row : ROOT;
  const fold = (id: string) =>
    setFolded((was) => {
      const now = new Set(was);
      if (!now.delete(id)) now.add(id);
      return now;
    });
  const unfold = (id: string) =>
    setFolded((was) => new Set([...was].filter((each) => each !== id)));
  const onKeyDown = (id: string) => (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    const isItem = id !== ROOT;
    if (way && event.altKey) {
      if (canEdit && isItem) deeds.shift(id, way);
    } else if (way) {
      const next = stepFrom(items, folded, id, way);
      if (next) choose(next);
      else if (way === "in" && folded.has(id)) unfold(id);
    } else if (event.key === "Enter" && event.ctrlKey && isItem) {
      peek.open({ kind: "work_item", id });
    } else if (event.key === "Enter" && canEdit) {
      if (isItem) deeds.addBeside(id);
      else deeds.addChild(id);
    } else if ((event.key === "Tab" && !event.shiftKey) || event.key === "Insert") {
      if (!canEdit) return;
      unfold(id);
      deeds.addChild(id);
    } else if (event.key === "F2" && canEdit && isItem) deeds.name(id);
    else if (event.key === "Delete" && canEdit && isItem) {
      choose(stepFrom(items, folded, id, "up") ?? stepFrom(items, folded, id, "out") ?? ROOT);
      deeds.remove(id);
    } else if (event.key === " ") fold(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const node = (id: string) => {
    const spot = layout.spots.get(id);
    const item = byId.get(id);
    if (!spot || (id !== ROOT && !item)) return null;
    return (
      <MapNode
        key={id}
        id={id}
        title={item?.title ?? plan.project.title}
        spot={spot}
        level={(item?.outline_level ?? 0) + 1}
        below={children.get(item?.id ?? null)?.length ?? 0}
        percent={item?.percent_complete ?? null}
        isCritical={item?.schedule?.critical === true && item.type !== "summary"}
        isFolded={folded.has(id)}
        isChosen={chosen === id}
        isNamed={deeds.naming === id}
        isActive={item?.active ?? true}
        canEdit={canEdit}
        onChoose={() => choose(id)}
        onOpen={() => item && peek.open({ kind: "work_item", id })}
        onFold={() => fold(id)}
        onKeyDown={onKeyDown(id)}
        onName={(title) => deeds.rename(id, title)}
        onDrop={(from, part) => deeds.drop(from, id, part)}
      />
    );
  };
  const parentOf = new Map(items.map((item) => [item.id, item.parent_id ?? ROOT]));
  return (
    <>
      <div className={classes.tools}>
        <Button size="compact-sm" variant="default" onClick={() => setFolded(new Set())}>
          {t("map.unfoldAll")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            setFolded(new Set(items.filter(({ type }) => type === "summary").map(({ id }) => id)))
          }
        >
          {t("map.foldAll")}
        </Button>
        {canEdit && (
          <Text size="xs" c="dimmed" visibleFrom="sm">
            <Kbd size="xs">Enter</Kbd> {t("map.beside")} <Kbd size="xs">Tab</Kbd> {t("map.below")}{" "}
            <Kbd size="xs">F2</Kbd> {t("map.name")} <Kbd size="xs">Alt ↑↓←→</Kbd> {t("map.move")}{" "}
            <Kbd size="xs">Space</Kbd> {t("map.folds")}
          </Text>
        )}
      </div>
      <ProblemNote fault={deeds.fault} />
      <div className={classes.frame}>
        <div
          role="tree"
          aria-label={plan.project.title}
          className={classes.drawing}
          style={{ width: layout.width, height: layout.height }}
        >
          <svg className={classes.edges} aria-hidden="true">
            {[...layout.spots].map(([id, to]) => {
              const from = layout.spots.get(parentOf.get(id) ?? "");
              return from && <path key={id} d={edgePath(from, to)} />;
            })}
          </svg>
          {node(ROOT)}
          {items.map(({ id }) => node(id))}
        </div>
      </div>
    </>
  );
}
