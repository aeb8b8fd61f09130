import { Switch, Text } from "@mantine/core";
import { type Edge, MarkerType, type ReactFlowInstance } from "@xyflow/react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lagText } from "@/timeline/grid/predecessors";
import type { Workday } from "@/timeline/types";
import { FIT, GraphFrame } from "@/ui/graph/GraphFrame";
import { layered, type Spot } from "@/ui/graph/layered";
import { useLayered } from "@/ui/graph/useLayered";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import type { Dependency, Plan } from "../plan";
import { workdayOf } from "../workday";
import { ItemsTable } from "./ItemsTable";
import { LookFrame } from "./LookFrame";
import { type ItemNode, NetworkCard } from "./NetworkCard";
import { besides, CARD, isCritical, MOST_CARDS, type Network, networkOf } from "./network";

const NODE_TYPES = { item: NetworkCard };
const CRITICAL = "var(--nl-bad)";
const PLAIN = "var(--mantine-color-gray-6)";

interface Props {
  plan: Plan;
  onOpen: (id: string) => void;
}

/** What waits for what: a card for each task, those that wait right of those they wait for. */
export default function NetworkView({ plan, onOpen }: Props) {
  const { t } = useTranslation();
  const isLarge = plan.items.length > MOST_CARDS;
  const [onlyCritical, setOnlyCritical] = useState(isLarge);
  const network = useMemo(() => networkOf(plan, onlyCritical), [plan, onlyCritical]);
  return (
    <LookFrame
      title={t("plan.view.network")}
      tools={
        <Switch
          label={t("planLook.onlyCritical")}
          checked={onlyCritical}
          onChange={(event) => setOnlyCritical(event.currentTarget.checked)}
        />
      }
      picture={
        <>
          {network.items.length === MOST_CARDS && (
            <Text size="sm" c="dimmed">
              {t("planLook.cutNetwork", { count: MOST_CARDS })}
            </Text>
          )}
          <Picture network={network} workday={workdayOf(plan.project)} onOpen={onOpen} />
        </>
      }
      table={<ItemsTable plan={plan} items={network.items} onOpen={onOpen} withLinks />}
      isEmpty={network.items.length === 0}
    />
  );
}

interface PictureProps {
  network: Network;
  workday: Workday;
  onOpen: (id: string) => void;
}

function Picture({ network, workday, onOpen }: PictureProps) {
  const { t } = useTranslation();
  const flow = useRef<ReactFlowInstance<ItemNode>>(null);
  const graph = useMemo(
    () =>
      layered(
        network.items.map(({ id }) => id),
        network.links.map(({ id, before, after }) => ({ id, from: before, to: after })),
        CARD,
      ),
    [network],
  );
  const { data: spots, error } = useLayered(graph);
  const items = useMemo(() => new Map(network.items.map((item) => [item.id, item])), [network]);
  if (error) return <ProblemNote fault={error} />;
  if (!spots) return <LoadingState rows={4} />;
  const nodes = network.items.map((item, index) => ({
    id: item.id,
    type: "item" as const,
    position: spots.get(item.id) ?? { x: 0, y: 0 },
    data: { item, isFirst: index === 0, onOpen },
    ...CARD,
  }));
  const edges: Edge[] = network.links.map((link) => {
    const colour = isCritical(link, items) ? CRITICAL : PLAIN;
    return {
      id: link.id,
      source: link.before,
      target: link.after,
      label: waits(link, workday),
      style: { stroke: colour, strokeWidth: colour === CRITICAL ? 2 : 1 },
      markerEnd: { type: MarkerType.ArrowClosed, color: colour },
    };
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset.item;
    const next = from && besides(from, event.key, spots, network.links);
    if (!next) return;
    event.preventDefault();
    show(flow.current, spots.get(next));
    event.currentTarget.querySelector<HTMLElement>(`[data-item="${next}"]`)?.focus();
  };
  return (
    <GraphFrame<ItemNode>
      key={graph.children?.length}
      label={t("planLook.networkMeans")}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onInit={(made) => {
        flow.current = made;
        void begin(made, spots);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** Smaller than this nobody reads a card: a wide network then starts at its left end. */
const READABLE = 0.6;
const ZOOM = 0.9;

async function begin(flow: ReactFlowInstance<ItemNode>, spots: ReadonlyMap<string, Spot>) {
  await flow.fitView(FIT);
  if (flow.getZoom() >= READABLE) return;
  const first = [...spots.values()].sort((a, b) => a.x - b.x || a.y - b.y)[0];
  if (first)
    await flow.setViewport({ x: 24 - first.x * ZOOM, y: 160 - first.y * ZOOM, zoom: ZOOM });
}

function show(flow: ReactFlowInstance<ItemNode> | null, spot: Spot | undefined) {
  if (!flow || !spot) return;
  void flow.setCenter(spot.x + CARD.width / 2, spot.y + CARD.height / 2, { zoom: flow.getZoom() });
}

/** How a link waits, where it is not just for the end: “SS”, “+2d”, “FF-50%”. */
function waits({ kind, lag_minutes, lag_unit }: Dependency, workday: Workday): string | undefined {
  const lag = lagText({ lagMinutes: lag_minutes, lagUnit: lag_unit }, workday);
  return `${kind === "FS" ? "" : kind}${lag}` || undefined;
}
