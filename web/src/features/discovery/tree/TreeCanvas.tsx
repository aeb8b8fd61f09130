import { Text } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { usePeek } from "@/ui/shell/usePeek";
import { toast } from "@/ui/toast";
import { treeQuery } from "../queries";
import type { Tree } from "../types";
import { DraftCard, type Growth } from "./DraftCard";
import { drawn, NEW } from "./drawn";
import { Edges } from "./Edges";
import { countBelow, foldable, grow, kindOf, levelOf, shown, type TreeNode } from "./grow";
import { layoutOf, SPACING, type Spot } from "./layout";
import { growable, type Hindrance } from "./moves";
import { NodeCard, titleOf } from "./NodeCard";
import { NodeMenu } from "./NodeMenu";
import { RenameCard } from "./RenameCard";
import classes from "./Tree.module.css";
import { TreeTools } from "./TreeTools";
import { treeKeys } from "./treeKeys";
import { useTreeDeeds } from "./useTreeDeeds";
import { useTreeDrag } from "./useTreeDrag";
import { useViewport } from "./useViewport";
import { WarningsBar } from "./WarningsBar";

interface Props {
  productId: string;
}

/** The opportunity–solution tree: outcome, needs, ideas and experiments on one canvas. */
export function TreeCanvas({ productId }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(treeQuery(productId));
  if (error) return <ProblemNote fault={error} />;
  if (!data) return <LoadingState rows={6} />;
  if (data.opportunities.length + data.ideas.length + data.outcomes.length === 0) {
    return <EmptyState sentence={t("tree.empty")} example={t("tree.emptyExample")} />;
  }
  return <Canvas productId={productId} tree={data} />;
}

interface Draft {
  place: TreeNode;
  kinds: readonly Growth[];
}

function Canvas({ productId, tree }: Props & { tree: Tree }) {
  const { t } = useTranslation();
  const peek = usePeek();
  const deeds = useTreeDeeds(productId);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [moving, setMoving] = useState<TreeNode | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const viewport = useViewport(width, height);
  const frame = useMergedRef(sizeRef, viewport.frame);
  const canEdit = tree.can.edit === true;

  const forest = useMemo(() => grow(tree), [tree]);
  const rows = useMemo(() => shown(forest, closed), [forest, closed]);
  const nodes = useMemo(() => new Map(rows.map((node) => [node.id, node])), [rows]);
  const layout = useMemo(
    () => layoutOf(drawn(forest, closed, draft?.place.id)),
    [forest, closed, draft],
  );
  const current = nodes.get(chosen ?? "") ?? rows[0];

  const fitted = useRef(false);
  useEffect(() => {
    if (fitted.current || width === 0) return;
    fitted.current = true;
    viewport.begin(layout);
  });

  const draftSpot = layout.spots.get(NEW);
  const { reveal, view } = viewport;
  useEffect(() => {
    if (draftSpot) reveal(draftSpot, SPACING.width);
  }, [draftSpot, reveal]);

  const goTo = (id: string) => {
    setChosen(id);
    const spot = layout.spots.get(id);
    if (spot) viewport.reveal(spot, SPACING.width);
    wanted.current = id;
  };
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const element = document.getElementById(`tree-${wanted.current}`);
    wanted.current = null;
    element?.focus({ preventScroll: true });
  });

  const open = (node: TreeNode) => {
    const kind = kindOf(node);
    if (kind) peek.open({ kind, id: node.subject.object.id });
  };
  const fold = (id: string, isClosed: boolean) => {
    const others = [...closed].filter((one) => one !== id);
    setClosed(new Set(isClosed ? [...others, id] : others));
  };
  const refuse = (why: Hindrance) => toast.failed(t(`tree.hindrance.${why}`));
  const hang = (node: TreeNode, place: TreeNode) => {
    fold(place.id, false);
    deeds.move(node, place);
  };
  const begin = (place: TreeNode, kind?: Growth) => {
    const kinds = growable(place);
    if (!canEdit || kinds.length === 0) return;
    fold(place.id, false);
    setDraft({ place, kinds: kind ? [kind, ...kinds.filter((one) => one !== kind)] : kinds });
  };
  const prune = async (node: TreeNode) => {
    if (node.subject.kind !== "opportunity") return;
    const agreed = await confirm({
      title: t("tree.pruneTitle", { name: node.subject.object.title }),
      detail: t("tree.pruneDetail", { count: countBelow(node) }),
      verb: t("tree.prune"),
    });
    if (agreed) deeds.prune(node.subject.object);
  };
  const drag = useTreeDrag({
    frame: viewport.frame,
    view,
    layout,
    cardWidth: SPACING.width,
    nodes,
    canEdit,
    onDrop: hang,
    onRefused: refuse,
    onClick: (node) => {
      goTo(node.id);
      open(node);
    },
    onHold: ({ id }) => setMenu(id),
  });

  const onKeyDown = treeKeys({
    rows,
    closed,
    moving,
    canEdit,
    onGo: goTo,
    onFold: fold,
    onOpen: open,
    onBegin: begin,
    onRename: (node) => setRenaming(node.id),
    onMoving: setMoving,
    onHang: hang,
    onRefused: refuse,
    onTarget: (need) => deeds.mark(need, { is_target: !need.is_target }),
    onPrune: (node) => void prune(node),
    onMenu: (node) => setMenu(node.id),
  });

  const seen = rows.filter((node) => {
    const spot = layout.spots.get(node.id);
    return spot && (node === current || viewport.isSeen(spot, SPACING.width));
  });
  const menuNode = menu ? nodes.get(menu) : undefined;
  const menuSpot = menu ? layout.spots.get(menu) : undefined;
  const dropFor = (node: TreeNode) => {
    if (drag.held?.over !== node || drag.held.node === node) return undefined;
    return drag.held.why === null ? "yes" : "no";
  };
  return (
    <>
      <WarningsBar forest={forest} onGo={goTo} />
      <div ref={frame} className={classes.frame} data-pans>
        <div className={classes.ground} {...viewport.pan} />
        <div
          role="tree"
          aria-label={t("tree.label")}
          className={classes.drawing}
          style={{
            width: layout.width,
            height: layout.height,
            transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`,
          }}
          onPointerMove={drag.follow}
          onPointerUp={drag.end}
          onPointerCancel={drag.cancel}
        >
          <Edges seen={seen} spots={layout.spots} growing={draft?.place} />
          {seen.map((node) => {
            const spot = layout.spots.get(node.id) as Spot;
            const beside = node.parent?.children ?? forest;
            return renaming === node.id ? (
              <RenameCard
                key={node.id}
                spot={spot}
                title={titleOf(node, () => "")}
                onDone={(title) => {
                  setRenaming(null);
                  wanted.current = node.id;
                  if (title) deeds.rename(node, title);
                }}
              />
            ) : (
              <NodeCard
                key={node.id}
                node={node}
                spot={spot}
                level={levelOf(node)}
                place={beside.indexOf(node) + 1}
                siblings={beside.length}
                isClosed={closed.has(node.id)}
                isCurrent={node === current}
                isHeld={drag.held?.node === node || moving === node}
                drop={dropFor(node)}
                onFold={() => fold(node.id, !closed.has(node.id))}
                onFocus={() => setChosen(node.id)}
                onKeyDown={(event) => onKeyDown(event, node)}
                onPointerDown={(event) => drag.begin(event, node)}
                onMenu={() => setMenu(node.id)}
                onDismiss={canEdit ? deeds.dismiss : undefined}
              />
            );
          })}
          {draft && draftSpot && (
            <DraftCard
              key={draft.place.id}
              spot={draftSpot}
              kinds={draft.kinds}
              onCancel={() => {
                setDraft(null);
                goTo(draft.place.id);
              }}
              onAdd={(kind, title, next) => {
                const { place } = draft;
                setDraft(null);
                deeds.add(place, kind, title, ({ id }) => {
                  const made =
                    kind === "idea" && place.subject.kind !== "loose" ? `${place.id}/${id}` : id;
                  wanted.current = made;
                  setChosen(made);
                  if (next === "beside") setDraft({ place, kinds: [kind] });
                });
              }}
            />
          )}
        </div>
        {(moving || drag.held?.why) && (
          <div className={classes.said} role="status">
            <Text size="sm">
              {moving
                ? t("tree.moving", { name: titleOf(moving, () => "") })
                : drag.held?.why && drag.held.why !== "itself"
                  ? t(`tree.hindrance.${drag.held.why}`)
                  : ""}
            </Text>
          </div>
        )}
        <TreeTools
          zoom={view.zoom}
          onZoom={viewport.zoomBy}
          onFit={() => viewport.fit(layout)}
          onFoldAll={() =>
            setClosed(closed.size > 0 ? new Set() : new Set(foldable(forest).map(({ id }) => id)))
          }
        />
        {menuNode && menuSpot && (
          <NodeMenu
            node={menuNode}
            at={{
              x: menuSpot.x * view.zoom + view.x + 16,
              y: menuSpot.y * view.zoom + view.y + 24,
            }}
            canEdit={canEdit}
            onClose={() => {
              setMenu(null);
              wanted.current = menuNode.id;
            }}
            onOpen={() => open(menuNode)}
            onAdd={(kind) => begin(menuNode, kind)}
            onRename={() => setRenaming(menuNode.id)}
            onMove={() => setMoving(menuNode)}
            onMark={(fields) =>
              menuNode.subject.kind === "opportunity" && deeds.mark(menuNode.subject.object, fields)
            }
            onPrune={() => void prune(menuNode)}
          />
        )}
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {t(canEdit ? "tree.keys" : "tree.keysRead")}
      </Text>
    </>
  );
}
