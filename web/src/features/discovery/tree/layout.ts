/** A tidy drawing of a forest from left to right (after Reingold and Tilford, 1981). Units are pixels. */

export interface Branch {
  id: string;
  height: number;
  children: readonly Branch[];
}

export interface Spot {
  x: number;
  y: number;
  height: number;
}

export interface Layout {
  spots: ReadonlyMap<string, Spot>;
  width: number;
  height: number;
}

export interface Spacing {
  width: number;
  across: number;
  down: number;
  /** Between the trees of the forest. */
  apart: number;
}

export const SPACING: Spacing = { width: 236, across: 44, down: 12, apart: 28 };

/** How far a subtree reaches up and down in each column, measured from the middle of its root. */
interface Outline {
  top: number[];
  bottom: number[];
}

const NO_OUTLINE: Outline = { top: [], bottom: [] };

interface Placed {
  branch: Branch;
  outline: Outline;
  /** The middles of the children, measured from the middle of the root. */
  children: { placed: Placed; offset: number }[];
}

/** Parents stand at the middle of their children, no two cards touch, and siblings keep their order. */
export function layoutOf(forest: readonly Branch[], spacing: Spacing = SPACING): Layout {
  const trees = forest.map((branch) => place(branch, spacing));
  const offsets = pack(
    trees.map(({ outline }) => outline),
    spacing.apart,
  ).offsets;
  const spots = new Map<string, Spot>();
  trees.forEach((tree, index) => {
    spread(tree, offsets[index] ?? 0, spacing, spots);
  });
  return shifted(spots, spacing);
}

/** Places a branch once all below it are placed, however deep they go. */
function place(root: Branch, spacing: Spacing): Placed {
  const all = [root];
  for (const branch of all) all.push(...branch.children);
  const placed = new Map<Branch, Placed>();
  for (const branch of all.reverse()) {
    const children = branch.children.flatMap((child) => placed.get(child) ?? []);
    placed.set(branch, joined(branch, children, spacing));
    // Kept for every branch they would take the square of the depth.
    for (const child of children) child.outline = NO_OUTLINE;
  }
  return placed.get(root) as Placed;
}

function joined(branch: Branch, children: readonly Placed[], spacing: Spacing): Placed {
  const { offsets, outline } = pack(
    children.map((child) => child.outline),
    spacing.down,
  );
  // The middle between the first and the last child.
  const middle = ((offsets[0] ?? 0) + (offsets.at(-1) ?? 0)) / 2;
  const half = branch.height / 2;
  return {
    branch,
    outline: {
      top: [-half, ...outline.top.map((y) => y - middle)],
      bottom: [half, ...outline.bottom.map((y) => y - middle)],
    },
    children: children.map((placed, index) => ({ placed, offset: (offsets[index] ?? 0) - middle })),
  };
}

/** Sets outlines below one another, as near as `gap` allows in every column that both reach. */
function pack(outlines: readonly Outline[], gap: number) {
  const all: Outline = { top: [], bottom: [] };
  const offsets = outlines.map((outline, index) => {
    const offset = index === 0 ? 0 : clearance(all.bottom, outline.top, gap);
    outline.top.forEach((y, column) => {
      all.top[column] = Math.min(all.top[column] ?? Number.POSITIVE_INFINITY, y + offset);
    });
    outline.bottom.forEach((y, column) => {
      all.bottom[column] = Math.max(all.bottom[column] ?? Number.NEGATIVE_INFINITY, y + offset);
    });
    return offset;
  });
  return { offsets, outline: all };
}

function clearance(bottom: readonly number[], top: readonly number[], gap: number): number {
  const columns = Math.min(bottom.length, top.length);
  let needed = Number.NEGATIVE_INFINITY;
  for (let column = 0; column < columns; column += 1) {
    needed = Math.max(needed, (bottom[column] ?? 0) - (top[column] ?? 0) + gap);
  }
  return needed;
}

function spread(root: Placed, offset: number, spacing: Spacing, spots: Map<string, Spot>): void {
  const all = [{ placed: root, column: 0, middle: offset }];
  for (const { placed, column, middle } of all) {
    const { branch, children } = placed;
    spots.set(branch.id, {
      x: column * (spacing.width + spacing.across),
      y: middle - branch.height / 2,
      height: branch.height,
    });
    for (const child of children)
      all.push({ placed: child.placed, column: column + 1, middle: middle + child.offset });
  }
}

/** The same drawing with its upper left corner at 0, 0. */
function shifted(spots: Map<string, Spot>, { width }: Spacing): Layout {
  const all = [...spots.values()];
  const top = Math.min(0, ...all.map(({ y }) => y));
  for (const spot of all) spot.y -= top;
  return {
    spots,
    width: Math.max(0, ...all.map(({ x }) => x + width)),
    height: Math.max(0, ...all.map(({ y, height }) => y + height)),
  };
}

/** The curve from the right edge of one card to the left edge of another. */
export function edgePath(from: Spot, to: Spot, { width }: Spacing = SPACING): string {
  const [x1, y1] = [from.x + width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
