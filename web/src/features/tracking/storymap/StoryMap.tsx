import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { add } from "@/features/scheduling/outlineEdits";
import type { Edit } from "@/features/scheduling/plan";
import { iterationsQuery } from "@/features/scheduling/promises/iterations";
import { useCommit } from "@/features/scheduling/promises/useCommit";
import { usePlan } from "@/features/scheduling/usePlan";
import { usePlanEdits } from "@/features/scheduling/usePlanEdits";
import board from "@/ui/board/Board.module.css";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { PartProps } from "@/ui/shell/parts";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { iterationQuery } from "../iterations/iterations";
import { StoryCell } from "./StoryCell";
import classes from "./StoryMap.module.css";
import { activitiesOf, intoStep, type Step, stepsOf } from "./stories";

interface Slice {
  id: string | null;
  title: string;
  days: string;
  canCommit: boolean;
}

const NONE: readonly never[] = [];

/** Activities over steps over stories, in slices by iteration. Cards are dragged, or moved with Alt and the arrows. */
export default function StoryMap({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { plan, error } = usePlan(id);
  const { data: iterations = NONE } = useQuery(iterationsQuery(id));
  const open = useMemo(
    () =>
      iterations
        .filter(({ phase }) => phase !== "closed")
        .sort((a, b) => a.start.localeCompare(b.start)),
    [iterations],
  );
  const pages = useQueries({ queries: open.map((one) => iterationQuery(one.id)) });
  const edits = usePlanEdits(id);
  const commit = useCommit(id);
  if (error && !plan) return <ErrorState title={error.title} detail={error.detail} />;
  if (!plan) return <LoadingState />;
  const { items } = plan;
  const steps = stepsOf(items);
  if (steps.length === 0) return <EmptyState sentence={t("storymap.empty")} />;
  const canEdit = plan.can.edit === true;
  const sliceOf = new Map(
    pages.flatMap(({ data }) =>
      (data?.items ?? []).filter(({ carried }) => !carried).map((one) => [one.id, data?.id]),
    ),
  );
  const slices: Slice[] = [
    ...open.map(({ id: slice, title, start, finish, can }) => ({
      id: slice,
      title,
      days: `${figures.date(start)} – ${figures.date(finish)}`,
      canCommit: can.contribute === true,
    })),
    { id: null, title: t("storymap.later"), days: "", canCommit: plan.can.contribute === true },
  ];
  const failed = (fault: { detail: string; title: string }) =>
    toast.failed(fault.detail || fault.title);
  const put = (storyId: string, step: Step | undefined, slice: Slice | undefined) => {
    const story = items.find((item) => item.id === storyId);
    if (!story || !step || !slice) return;
    const moved = canEdit ? intoStep(items, story, step) : [];
    const isPromised = slice.canCommit && (sliceOf.get(storyId) ?? null) !== slice.id;
    const promised = { item_ids: [storyId], iteration_id: slice.id };
    if (moved.length > 0)
      edits.mutate(isPromised ? { edits: moved, promised: [promised] } : moved, {
        onError: failed,
      });
    else if (isPromised) commit([storyId], slice.id);
  };
  const write = (title: string, step: Step, slice: Slice) => {
    const made = add(
      items,
      { parentId: step.id, afterId: null },
      { title, minutes: plan.project.minutes_per_day },
    ).map((edit) => ({ ...edit, temp_id: "story" }) as Edit);
    const promised = { item_ids: ["story"], iteration_id: slice.id };
    edits.mutate(slice.id ? { edits: made, promised: [promised] } : made, { onError: failed });
  };
  const nameOf = (step: Step) => step.title || step.activity?.title || t("storymap.noActivity");
  return (
    <div
      className={board.board}
      style={{ gridTemplateColumns: `120px repeat(${steps.length}, minmax(200px, 1fr))` }}
    >
      <span />
      {activitiesOf(steps).map(({ activity, span }) => (
        <h2
          key={activity?.id ?? "none"}
          className={classes.activity}
          style={{ gridColumn: `span ${span}` }}
        >
          {activity?.title ?? t("storymap.noActivity")}
        </h2>
      ))}
      <span className={board.corner} />
      {steps.map((step) => (
        <h3 key={step.id ?? "none"} className={board.head}>
          {step.title || t("storymap.noStep")}
          <span className={board.count}>{step.stories.length}</span>
        </h3>
      ))}
      {slices.map((slice, y) => [
        <div key={`slice ${slice.id}`} className={board.side}>
          {slice.title}
          <div className={classes.days}>{slice.days}</div>
        </div>,
        ...steps.map((step, x) => (
          <StoryCell
            key={`${slice.id} ${step.id}`}
            label={`${nameOf(step)}, ${slice.title}`}
            stories={step.stories.filter((story) => (sliceOf.get(story.id) ?? null) === slice.id)}
            canMove={canEdit || slice.canCommit}
            canAdd={canEdit}
            onDrop={(story) => put(story, step, slice)}
            onStep={(story, dx, dy) => put(story, steps[x + dx], slices[y + dy])}
            onAdd={(title) => write(title, step, slice)}
          />
        )),
      ])}
    </div>
  );
}
