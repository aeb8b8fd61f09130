/** The parts of the Strategy page; the first shows without saying so. */
export const TABS = [
  "vision",
  "canvases",
  "themes",
  "objectives",
  "prioritise",
  "stakeholders",
  "lists",
] as const;
/** The kinds that the tab of lists shows; the first without saying so. */
export const LISTED = [
  "statement",
  "canvas",
  "vision",
  "theme",
  "objective",
  "key_result",
  "check_in",
  "stakeholder",
  "telling",
  "verdict",
  "scorecard",
  "standing",
  "score",
  "kano_answer",
] as const;
export type Listed = (typeof LISTED)[number];
export type StrategyTab = (typeof TABS)[number];

/** What the Strategy page shows, as the address holds it. */
export interface StrategyView {
  tab?: StrategyTab;
  /** The number of an earlier version of the vision; the newest without it. */
  vision?: number;
  /** The key of the canvas at hand; the first without it. */
  canvas?: string;
  /** The number of an earlier version of the canvas; the newest without it. */
  version?: number;
  /** The number of the version that the one shown is compared with. */
  since?: number;
  /** The next version of the vision or of the canvas is being written. */
  edit?: boolean;
  /** Objectives, or the balance of themes, of one period only. */
  period?: string;
  /** The key of the scorecard at hand. */
  card?: string;
  /** The ranked list as a picture. */
  as?: "scatter";
  /** The factors on the picture's axes. */
  x?: string;
  y?: string;
  /** The team's figures while a round asks for one's own. */
  voice?: "team" | "mine";
  /** The register as a list; as a picture without it. */
  people?: "list";
  /** The kind of the list that is shown. */
  kind?: Listed;
}

export type OnView = (next: Partial<StrategyView>) => void;

/** Reads the address; what it does not understand is left out, never an error. */
export function readStrategy(search: Record<string, unknown>): StrategyView {
  const word = (name: string) => {
    const value = search[name];
    return typeof value === "string" && value ? value : undefined;
  };
  const number = (name: string) => {
    const value = search[name];
    return typeof value === "number" ? value : undefined;
  };
  return {
    tab: TABS.find((tab) => tab === search.tab && tab !== TABS[0]),
    vision: number("vision"),
    canvas: word("canvas"),
    version: number("version"),
    since: number("since"),
    edit: search.edit === true || undefined,
    // The router reads ?period=2026 as a number.
    period: typeof search.period === "number" ? String(search.period) : word("period"),
    card: word("card"),
    as: search.as === "scatter" ? "scatter" : undefined,
    x: word("x"),
    y: word("y"),
    voice: search.voice === "team" ? "team" : undefined,
    kind: LISTED.find((kind) => kind === search.kind && kind !== LISTED[0]),
    people: search.people === "list" ? "list" : undefined,
  };
}
