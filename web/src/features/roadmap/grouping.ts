import { colourOf, LANE_COLOURS } from "@/features/core/laneColours";
import type { Theme } from "@/features/core/themes";
import { type Chance, HORIZONS, type Initiative, type Lane, STATUSES } from "./roadmap";
import type { Field } from "./view";

/** One value of a field: a column of the board, a line of the legend. `value` null is "none". */
export interface Group {
  value: string | null;
  colour: string;
}

export interface World {
  lanes: readonly Lane[];
  themes: readonly Theme[];
  initiatives: readonly Initiative[];
  chances: ReadonlyMap<string, Chance>;
}

const NONE = "#8a95a0";
const PALETTE = Object.values(LANE_COLOURS);
const STATUS_COLOURS: Record<string, string> = {
  idea: "#69737e",
  planned: "#327cb0",
  committed: "#7a5bb5",
  in_progress: "#c0632c",
  done: "#4d8b31",
};
const CHANCES = ["likely", "open", "unlikely"] as const;
const CHANCE_COLOURS = { likely: "#4d8b31", open: "#b07d1b", unlikely: "#b34a78" };

/** The value of a field that an initiative has. */
export function valueIn(field: Field, initiative: Initiative, { chances }: World): string | null {
  switch (field) {
    case "lane":
      return initiative.lane_id;
    case "status":
      return initiative.status;
    case "horizon":
      return initiative.horizon;
    case "owner":
      return initiative.owner?.id ?? null;
    case "theme":
      return initiative.theme_id;
    case "container":
      return initiative.parent_id;
    case "chance":
      return likelihood(chances.get(initiative.id));
  }
}

function likelihood(chance: Chance | undefined): string | null {
  if (chance?.probability == null) return null;
  if (chance.probability >= 0.8) return "likely";
  return chance.probability >= 0.5 ? "open" : "unlikely";
}

/** Every value of a field that the board needs a column for, in its own order; "none" last. */
export function groupsOf(field: Field, world: World): Group[] {
  const found = known(field, world);
  const values = new Set(found.map(({ value }) => value));
  const stray = world.initiatives.some((each) => !values.has(valueIn(field, each, world)));
  const takesNone =
    field === "lane" || field === "horizon" || field === "owner" || field === "theme";
  return stray || takesNone ? [...found, { value: null, colour: NONE }] : found;
}

function known(field: Field, { lanes, themes, initiatives }: World): Group[] {
  switch (field) {
    case "lane":
      return lanes.map(({ id, colour }, index) => ({ value: id, colour: colourOf(colour, index) }));
    case "theme":
      return themes.map(({ id, colour }, index) => ({
        value: id,
        colour: colourOf(colour, index),
      }));
    case "status":
      return STATUSES.map((value) => ({ value, colour: STATUS_COLOURS[value] ?? NONE }));
    case "horizon":
      return HORIZONS.map((value, index) => ({ value, colour: PALETTE[index * 2] ?? NONE }));
    case "chance":
      return CHANCES.map((value) => ({ value, colour: CHANCE_COLOURS[value] }));
    case "owner":
      return numbered(initiatives.flatMap(({ owner }) => (owner ? [owner.id] : [])));
    case "container":
      return numbered(initiatives.flatMap(({ parent_id }) => (parent_id ? [parent_id] : [])));
  }
}

const numbered = (values: readonly string[]): Group[] =>
  [...new Set(values)].map((value, index) => ({
    value,
    colour: PALETTE[index % PALETTE.length] ?? NONE,
  }));

/** The colour of each initiative by a field; its own colour where it has one and lanes colour. */
export function coloursBy(field: Field, world: World): Map<string, string> {
  const colours = new Map(groupsOf(field, world).map(({ value, colour }) => [value, colour]));
  return new Map(
    world.initiatives.map((each) => {
      const own = field === "lane" && each.colour ? colourOf(each.colour, 0) : undefined;
      return [each.id, own ?? colours.get(valueIn(field, each, world)) ?? NONE];
    }),
  );
}

/** The edit that gives an initiative this value of a field; null where the field is computed. */
export function edited(field: Field, value: string | null): Partial<Initiative> | null {
  switch (field) {
    case "lane":
      return { lane_id: value };
    case "status":
      return value === null ? null : { status: value as Initiative["status"] };
    case "horizon":
      return { horizon: value as Initiative["horizon"] };
    case "owner":
      return { owner_id: value };
    case "theme":
      return { theme_id: value };
    case "container":
      return { parent_id: value };
    case "chance":
      return null;
  }
}
