import type { Kind } from "@/api/types";
import { grouped } from "@/ui/grouped";
import type {
  ExperimentNode,
  IdeaNode,
  OpportunityNode,
  OutcomeNode,
  Tree,
  Warning,
} from "../types";

/** What stands on a card. `loose` gathers what hangs on nothing. */
export type Subject =
  | { kind: "objective" | "key_result"; object: OutcomeNode }
  | { kind: "opportunity"; object: OpportunityNode }
  | { kind: "idea"; object: IdeaNode }
  | { kind: "experiment"; object: ExperimentNode }
  | { kind: "loose"; object: { id: "no_outcome" | "no_opportunity" } };

export interface TreeNode {
  /** Unique in the drawing: an idea that answers two opportunities stands there twice. */
  id: string;
  subject: Subject;
  parent: TreeNode | null;
  children: TreeNode[];
  warnings: Warning[];
}

/** The kind as the rest of the client knows it; nothing for what gathers the loose. */
export function kindOf({ subject }: TreeNode): Kind | null {
  return subject.kind === "loose" ? null : subject.kind;
}

/** The trees of a product: one an outcome, then what serves none, then ideas that answer nothing. */
export function grow(tree: Tree): TreeNode[] {
  const garden = new Garden(tree);
  const roots = tree.outcomes.map((object) =>
    garden.node({ kind: object.kind, object }, null, (root) =>
      garden.tops.get(object.id)?.map((top) => garden.opportunity(top, root)),
    ),
  );
  const unserving = garden.tops.get("") ?? [];
  if (unserving.length > 0) {
    roots.push(
      garden.node({ kind: "loose", object: { id: "no_outcome" } }, null, (root) =>
        unserving.map((top) => garden.opportunity(top, root)),
      ),
    );
  }
  const unanswering = tree.ideas.filter(({ opportunities }) => opportunities.length === 0);
  if (unanswering.length > 0) {
    roots.push(
      garden.node({ kind: "loose", object: { id: "no_opportunity" } }, null, (root) =>
        unanswering.map((idea) => garden.idea(idea, root)),
      ),
    );
  }
  return roots;
}

class Garden {
  /** Opportunities that stand under none, by the outcome that they serve first. */
  readonly tops: Map<string, OpportunityNode[]>;
  private readonly below: Map<string, OpportunityNode[]>;
  private readonly answers = new Map<string, IdeaNode[]>();
  private readonly trials: Map<string, ExperimentNode[]>;
  private readonly warned: Map<string, Warning[]>;
  private readonly drawn = new Set<string>();

  constructor(tree: Tree) {
    const known = new Set(tree.opportunities.map(({ id }) => id));
    const isTop = ({ parent_id }: OpportunityNode) => parent_id === null || !known.has(parent_id);
    const tops = tree.opportunities.filter(isTop);
    this.tops = grouped(tops, ({ outcomes }) => outcomes[0] ?? "");
    this.below = grouped(
      tree.opportunities.filter((one) => !isTop(one)),
      ({ parent_id }) => parent_id ?? "",
    );
    for (const idea of tree.ideas) {
      for (const need of idea.opportunities) {
        this.answers.set(need, [...(this.answers.get(need) ?? []), idea]);
      }
    }
    this.trials = grouped(tree.experiments, ({ idea_id }) => idea_id);
    const open = tree.warnings.filter(({ dismissal_id }) => dismissal_id === null);
    this.warned = grouped(open, ({ object_id }) => object_id);
  }

  opportunity(object: OpportunityNode, parent: TreeNode): TreeNode {
    return this.node({ kind: "opportunity", object }, parent, (self) => [
      ...(this.below.get(object.id) ?? []).map((one) => this.opportunity(one, self)),
      ...(this.answers.get(object.id) ?? []).map((one) => this.idea(one, self)),
    ]);
  }

  idea(object: IdeaNode, parent: TreeNode): TreeNode {
    // Its experiments are shown once, where it stands first.
    const trials = this.drawn.has(object.id) ? [] : (this.trials.get(object.id) ?? []);
    this.drawn.add(object.id);
    return this.node({ kind: "idea", object }, parent, (self) =>
      trials.map((one) => this.node({ kind: "experiment", object: one }, self)),
    );
  }

  node(
    subject: Subject,
    parent: TreeNode | null,
    children: (self: TreeNode) => TreeNode[] | undefined = () => [],
  ): TreeNode {
    const id =
      parent && subject.kind === "idea" ? `${parent.id}/${subject.object.id}` : subject.object.id;
    const self: TreeNode = {
      id,
      subject,
      parent,
      children: [],
      warnings: this.warned.get(subject.object.id) ?? [],
    };
    self.children = children(self) ?? [];
    return self;
  }
}

/** Every node that is shown, from top to bottom as a reader of an outline meets them. */
export function shown(forest: readonly TreeNode[], closed: ReadonlySet<string>): TreeNode[] {
  return forest.flatMap((node) => [
    node,
    ...(closed.has(node.id) ? [] : shown(node.children, closed)),
  ]);
}

/** How many nodes hang below. */
export function countBelow(node: TreeNode): number {
  return node.children.reduce((count, child) => count + 1 + countBelow(child), 0);
}

export function isWithin(node: TreeNode | null, branch: TreeNode): boolean {
  return node !== null && (node === branch || isWithin(node.parent, branch));
}

/** From 1 at the root. */
export function levelOf(node: TreeNode): number {
  return node.parent ? levelOf(node.parent) + 1 : 1;
}

/** What is folded at once: everything below the outcomes' first opportunities. */
export function foldable(forest: readonly TreeNode[]): TreeNode[] {
  return forest.flatMap((root) => root.children.filter(({ children }) => children.length > 0));
}
