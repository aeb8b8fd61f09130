import { Text } from "@mantine/core";
import { IconLayoutKanban } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { customFieldsQuery } from "@/features/core/list/customFields";
import { peopleQuery } from "@/features/core/members";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useDone } from "@/features/core/useDone";
import { assignedOf } from "@/features/scheduling/assigned";
import { type Lane, lanesNamed, lanesOf, rowsFor } from "@/features/scheduling/lanes";
import { iterationOf, iterationsQuery } from "@/features/scheduling/promises/iterations";
import { useCommit } from "@/features/scheduling/promises/useCommit";
import { usePlan } from "@/features/scheduling/usePlan";
import { usePlanEdits } from "@/features/scheduling/usePlanEdits";
import classes from "@/ui/board/Board.module.css";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { PartProps } from "@/ui/shell/parts";
import { toast } from "@/ui/toast";
import { iterationQuery } from "../iterations/iterations";
import { BoardTools } from "./BoardTools";
import { boardQuery, type Card, cardsOf, isWanted, moveEdits, ROWS } from "./board";
import { ColumnHead } from "./ColumnHead";
import { type BoardView, readBoardView } from "./view";
import { WorkCell } from "./WorkCell";

/** A card, and the row that it is taken from. */
interface Held {
  card: Card | undefined;
  from: string | null;
}

const NOBODY: readonly never[] = [];

/** The work of a project in the states of its workflow. Cards are dragged, or moved with Alt and the arrows. */
export default function WorkBoard({ id }: PartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const view = readBoardView(useSearch({ strict: false }));
  const { plan } = usePlan(id);
  const { data: board, error } = useQuery(boardQuery(id, view.type));
  const types = useItemTypes();
  const { data: people = NOBODY } = useQuery(peopleQuery);
  const { data: own = NOBODY } = useQuery(customFieldsQuery("work_item"));
  const { data: iterations = NOBODY } = useQuery(iterationsQuery(id));
  const { data: iteration } = useQuery({
    ...iterationQuery(view.iteration ?? ""),
    enabled: view.iteration !== undefined,
  });
  const edits = usePlanEdits(id);
  const done = useDone();
  const commit = useCommit(id);
  const lanes = useMemo(
    () =>
      lanesNamed(view.lanes, own, ROWS, {
        assigned: plan && assignedOf(plan),
        iteration: iterationOf(iterations),
      }),
    [view.lanes, own, plan, iterations],
  );
  const names = useMemo(
    () => ({
      people: new Map(people.map((person) => [person.id, person.name])),
      items: new Map(plan?.items.map((item) => [item.id, item])),
      types: new Map(types.all.map((type) => [type.id, type.title])),
      plain: t("itemTypes.plain"),
      none: t("board.none"),
      yes: t("board.yes"),
      no: t("board.no"),
    }),
    [people, plan?.items, types.all, t],
  );
  const cards = useMemo(
    () => (plan && board ? cardsOf(plan.items, board, types.byId, view.type) : []),
    [plan, board, types.byId, view.type],
  );
  if (error && !board) return <ErrorState title={error.title} detail={error.detail} />;
  if (!plan || !board) return <LoadingState />;
  if (cards.length === 0 && view.type === undefined) {
    return <EmptyState icon={IconLayoutKanban} sentence={t("board.empty")} />;
  }
  const within = view.iteration
    ? new Set(iteration?.items.filter(({ carried }) => !carried).map((each) => each.id))
    : undefined;
  const wanted = { q: view.q ?? "", owner: view.owner, within, old: view.old === true };
  const shown = cards.filter((card) => isWanted(card, wanted));
  const rows = rowsFor(
    lanes,
    shown.map(({ item }) => item),
    names,
  );
  const { columns } = board;
  const inside = (state: string, lane: Lane) =>
    shown.filter((card) => card.state === state && lanesOf(lanes, card.item).includes(lane.value));
  const move = ({ card, from }: Held, state: string | undefined, lane: Lane | undefined) => {
    if (!card || state === undefined || !lane) return;
    const isPromised = lanes.by === "iteration" && from !== lane.value;
    const promised = { item_ids: [card.item.id], iteration_id: lane.value };
    const made = moveEdits(card, state, lanes, lane, from, plan.assignments);
    if (made.length === 0) {
      if (isPromised) commit(promised.item_ids, lane.value);
      return;
    }
    const column = columns.find((each) => each.id === state);
    edits.mutate(isPromised ? { edits: made, promised: [promised] } : made, {
      onSuccess: () =>
        void done(
          t("board.moved", {
            name: card.item.key,
            where: [column?.name, lane.name].filter(Boolean).join(" · "),
          }),
        ),
      onError: (fault) => toast.failed(fault.detail || fault.title),
    });
  };
  const onView = (change: BoardView) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true });
  const hasLanes = lanes.by !== "none";
  return (
    <>
      <BoardTools
        projectId={id}
        board={board}
        own={own}
        people={people}
        iterations={iterations}
        types={types.all}
        view={view}
        shown={{ count: shown.length, of: cards.length }}
        onView={onView}
      />
      <div
        className={classes.board}
        style={{
          gridTemplateColumns: `${hasLanes ? "120px " : ""}repeat(${columns.length}, minmax(208px, 1fr))`,
        }}
      >
        {hasLanes && <span className={classes.corner} />}
        {columns.map((column) => (
          <ColumnHead
            key={column.id}
            column={column}
            cards={cards.filter(({ state }) => state === column.id)}
          />
        ))}
        {rows.map((lane, y) => [
          hasLanes && (
            <h3 key={`row ${lane.value}`} className={classes.side}>
              {lane.name}
            </h3>
          ),
          ...columns.map((column, x) => (
            <WorkCell
              key={`${lane.value} ${column.id}`}
              label={[column.name, lane.name].filter(Boolean).join(", ")}
              cards={inside(column.id, lane)}
              people={names.people}
              parents={lanes.by === "parent" ? undefined : names.items}
              canMove={board.can.contribute === true}
              usualDays={column.usual_days ?? board.usual_days}
              lane={lane.value}
              onDrop={(cardId, from) =>
                move({ card: cards.find(({ item }) => item.id === cardId), from }, column.id, lane)
              }
              onStep={(card, dx, dy) =>
                move({ card, from: lane.value }, columns[x + dx]?.id, rows[y + dy])
              }
            />
          )),
        ])}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("board.nothingFound")}
          </Text>
        )}
      </div>
    </>
  );
}
