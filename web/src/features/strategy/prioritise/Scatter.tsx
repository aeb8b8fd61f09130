import { Group, Select, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeek } from "@/ui/shell/usePeek";
import { useFigures } from "@/ui/words/figures";
import type { OnView, StrategyView } from "../view";
import { middleOf, movedTo } from "./estimate";
import classes from "./Scatter.module.css";
import { type Frame, nudged, scaleOf, ticksOf, toX, toY, valueAt } from "./scatter";
import type { Factor, Ranked, Ranking } from "./types";
import { useScores } from "./useScores";

interface Props {
  ranking: Ranking;
  canScore: boolean;
  view: StrategyView;
  onView: OnView;
}

interface Drag {
  id: string;
  x: number;
  y: number;
  moved: boolean;
}

const HEIGHT = 520;

/** Two factors against each other: dragging a point, or the arrows on it, writes both figures. */
export function Scatter({ ranking, canScore, view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const peek = usePeek();
  const { ref, width } = useElementSize();
  const scores = useScores(ranking.scorecard.id);
  const [drag, setDrag] = useState<Drag | null>(null);
  const { effort } = ranking.scorecard;
  // What is read from a field cannot be dragged here.
  const factors = ranking.scorecard.factors.filter(({ field }) => !field);
  const across = factors.find(({ name }) => name === (view.x ?? effort)) ?? factors.at(-1);
  const up =
    factors.find(({ name }) => name === view.y) ??
    factors.find((factor) => factor !== across && factor.side !== "cost") ??
    factors.find((factor) => factor !== across);
  if (!across || !up) return <Text size="sm">{t("scatter.oneFactor")}</Text>;
  const frame: Frame = { width, height: HEIGHT, left: 56, right: 24, top: 16, bottom: 44 };
  const xScale = scaleOf(across, ranking.items);
  const yScale = scaleOf(up, ranking.items);
  const placed = ranking.items.filter((item) => isPlaced(item, across, up));
  const bare = ranking.items.filter((item) => !isPlaced(item, across, up));
  const write = (item: Ranked, x: number, y: number) =>
    scores.mutate({
      voice: "team",
      entries: [
        {
          subjectId: item.subject.id,
          values: {
            [across.name]: movedTo(item.team?.values[across.name], x, across),
            [up.name]: movedTo(item.team?.values[up.name], y, up),
          },
        },
      ],
      said: t("scatter.moved", {
        name: item.subject.key,
        across: `${across.title} ${figures.number(x)}`,
        up: `${up.title} ${figures.number(y)}`,
      }),
    });
  const under = (event: PointerEvent<SVGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const x = event.clientX - (box?.left ?? 0);
    const y = event.clientY - (box?.top ?? 0);
    return {
      x: valueAt(x, frame.left, width - frame.right, xScale, across),
      y: valueAt(HEIGHT - y, frame.bottom, HEIGHT - frame.top, yScale, up),
    };
  };
  const onKeyDown = (event: KeyboardEvent, item: Ranked, x: number, y: number) => {
    if (event.key === "Enter") peek.open({ kind: ranking.scorecard.about, id: item.subject.id });
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [nudged(x, -1, xScale, across), y],
      ArrowRight: [nudged(x, 1, xScale, across), y],
      ArrowUp: [x, nudged(y, 1, yScale, up)],
      ArrowDown: [x, nudged(y, -1, yScale, up)],
    };
    const next = steps[event.key];
    if (!next || !canScore) return;
    event.preventDefault();
    if (next[0] !== x || next[1] !== y) write(item, ...next);
  };
  return (
    <div className={classes.frame}>
      <Group gap="sm" className={classes.axes}>
        {(
          [
            ["y", up],
            ["x", across],
          ] as const
        ).map(([axis, factor]) => (
          <Select
            key={axis}
            size="xs"
            w={200}
            label={t(`scatter.${axis}`)}
            allowDeselect={false}
            value={factor.name}
            data={factors.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(name) => name && onView({ [axis]: name })}
          />
        ))}
        <Text size="xs" c="dimmed">
          {t(canScore ? "scatter.lead" : "scatter.leadRead")}
        </Text>
      </Group>
      <div ref={ref} className={classes.canvas}>
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            role="application"
            aria-label={t("scatter.label", { up: up.title, across: across.title })}
          >
            <Axes frame={frame} across={across} up={up} xScale={xScale} yScale={yScale} />
            {placed.map((item) => {
              const held = drag?.id === item.subject.id ? drag : null;
              const x = held?.x ?? middleOf(item.team?.values[across.name]) ?? 0;
              const y = held?.y ?? middleOf(item.team?.values[up.name]) ?? 0;
              const left = toX(x, xScale, frame);
              const top = toY(y, yScale, frame);
              const flip = left > width - 180;
              return (
                // biome-ignore lint/a11y/useSemanticElements: a point of a picture cannot be a button element
                <g
                  key={item.subject.id}
                  className={classes.point}
                  data-above={item.above || undefined}
                  data-held={held !== null || undefined}
                  role="button"
                  tabIndex={0}
                  aria-label={t("scatter.point", {
                    name: `${item.subject.key} ${item.subject.title}`,
                    across: `${across.title} ${figures.number(x)}`,
                    up: `${up.title} ${figures.number(y)}`,
                  })}
                  transform={`translate(${left} ${top})`}
                  onKeyDown={(event) => onKeyDown(event, item, x, y)}
                  onPointerDown={(event) => {
                    if (event.button !== 0) return;
                    event.currentTarget.setPointerCapture(event.pointerId);
                    setDrag({ id: item.subject.id, x, y, moved: false });
                  }}
                  onPointerMove={(event) => {
                    if (!held || !canScore) return;
                    const next = under(event);
                    const moved = held.moved || next.x !== x || next.y !== y;
                    if (moved) setDrag({ id: held.id, ...next, moved });
                  }}
                  onPointerUp={() => {
                    if (!held) return;
                    setDrag(null);
                    if (held.moved) write(item, held.x, held.y);
                    else peek.open({ kind: ranking.scorecard.about, id: item.subject.id });
                  }}
                  onPointerCancel={() => setDrag(null)}
                >
                  <circle r={14} className={classes.grip} />
                  <circle r={6} className={classes.dot} />
                  <text aria-hidden x={flip ? -12 : 12} y={4} textAnchor={flip ? "end" : "start"}>
                    {held
                      ? `${figures.number(x)} · ${figures.number(y)}`
                      : `${item.subject.key} ${cut(item.subject.title)}`}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
      </div>
      {bare.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("scatter.bare", { names: bare.map(({ subject }) => subject.key).join(", ") })}
        </Text>
      )}
    </div>
  );
}

interface AxesProps {
  frame: Frame;
  across: Factor;
  up: Factor;
  xScale: { low: number; high: number };
  yScale: { low: number; high: number };
}

function Axes({ frame, across, up, xScale, yScale }: AxesProps) {
  const figures = useFigures();
  const { width, height, left, right, top, bottom } = frame;
  return (
    <g className={classes.axis} aria-hidden>
      {ticksOf(xScale).map((tick) => (
        <g key={`x${tick}`} transform={`translate(${toX(tick, xScale, frame)} 0)`}>
          <line y1={top} y2={height - bottom} />
          <text y={height - bottom + 18} textAnchor="middle">
            {figures.number(tick)}
          </text>
        </g>
      ))}
      {ticksOf(yScale).map((tick) => (
        <g key={`y${tick}`} transform={`translate(0 ${toY(tick, yScale, frame)})`}>
          <line x1={left} x2={width - right} />
          <text x={left - 8} y={4} textAnchor="end">
            {figures.number(tick)}
          </text>
        </g>
      ))}
      <text x={width - right} y={height - 8} textAnchor="end" className={classes.name}>
        {[across.title, across.unit].filter(Boolean).join(", ")} →
      </text>
      <text
        transform={`translate(14 ${top}) rotate(-90)`}
        textAnchor="end"
        className={classes.name}
      >
        {[up.title, up.unit].filter(Boolean).join(", ")} →
      </text>
    </g>
  );
}

function isPlaced({ team }: Ranked, across: Factor, up: Factor): boolean {
  return [across, up].every(({ name }) => middleOf(team?.values[name]) !== undefined);
}

/** Whole words, without dots: what is seen must be a part of what is read out. */
function cut(title: string): string {
  if (title.length <= 24) return title;
  const end = title.lastIndexOf(" ", 24);
  return title.slice(0, end > 0 ? end : 24);
}
