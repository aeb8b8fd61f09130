import { colourOf } from "@/features/core/laneColours";
import type { Theme } from "@/features/core/themes";
import {
  type Group,
  NONE,
  numbered,
  PALETTE,
  placeIn,
  quarterOf,
  ranged,
  rangesOf,
} from "./colouring";
import { customEdit, customGroups, customValue, type OwnField } from "./ownFields";
import { type Chance, HORIZONS, type Initiative, type Lane, STATUSES } from "./roadmap";
import { shiftedTo } from "./shifting";
import { type Field, isCustom } from "./view";

export interface World {
  lanes: readonly Lane[];
  themes: readonly Theme[];
  initiatives: readonly Initiative[];
  chances: ReadonlyMap<string, Chance>;
  /** The fields that people added. */
  own: ReadonlyMap<string, OwnField>;
}

const STATUS_COLOURS: Record<string, string> = {
  idea: "#69737e",
  planned: "#327cb0",
  committed: "#7a5bb5",
  in_progress: "#c0632c",
  done: "#4d8b31",
};
const CHANCES = ["likely", "open", "unlikely"] as const;
const CHANCE_COLOURS = { likely: "#4d8b31", open: "#b07d1b", unlikely: "#b34a78" };
/** What an initiative need not have: the board keeps a place for that. */
const MAY_MISS: readonly Field[] = ["lane", "horizon", "owner", "theme", "period"];

/** How the values of a field are read from initiatives of this world. */
export function reader(field: Field, world: World): (initiative: Initiative) => string | null {
  if (isCustom(field)) {
    const own = world.own.get(field);
    return own ? customValue(own, world.initiatives) : () => null;
  }
  switch (field) {
    case "lane":
      return ({ lane_id }) => lane_id;
    case "status":
      return ({ status }) => status;
    case "horizon":
      return ({ horizon }) => horizon;
    case "owner":
      return ({ owner }) => owner?.id ?? null;
    case "theme":
      return ({ theme_id }) => theme_id;
    case "container":
      return ({ parent_id }) => parent_id;
    case "chance":
      return ({ id }) => likelihood(world.chances.get(id));
    case "period":
      return ({ window }) => (window ? quarterOf(window.start) : null);
    case "effort": {
      const ranges = rangesOf(effortsIn(world));
      return ({ effort_weeks }) =>
        ranges && effort_weeks !== null ? String(placeIn(ranges, effort_weeks)) : null;
    }
  }
}

export const effortsIn = ({ initiatives }: World): number[] =>
  initiatives.flatMap(({ effort_weeks }) => effort_weeks ?? []);

function likelihood(chance: Chance | undefined): string | null {
  if (chance?.probability == null) return null;
  if (chance.probability >= 0.8) return "likely";
  return chance.probability >= 0.5 ? "open" : "unlikely";
}

/** Every value of a field that the board needs a column for, in its own order; "none" last. */
export function groupsOf(field: Field, world: World): Group[] {
  const found = known(field, world);
  const values = new Set(found.map(({ value }) => value));
  const read = reader(field, world);
  const takesNone = isCustom(field) || MAY_MISS.includes(field);
  return takesNone || world.initiatives.some((each) => !values.has(read(each)))
    ? [...found, { value: null, colour: NONE }]
    : found;
}

function known(field: Field, world: World): Group[] {
  const { lanes, themes, initiatives } = world;
  if (isCustom(field)) {
    const own = world.own.get(field);
    return own ? customGroups(own, initiatives) : [];
  }
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
      return numbered(initiatives.flatMap(({ owner }) => owner?.id ?? []));
    case "container":
      return numbered(initiatives.flatMap(({ parent_id }) => parent_id ?? []));
    case "effort":
      return ranged(effortsIn(world));
    case "period":
      return numbered(
        initiatives.flatMap(({ window }) => (window ? quarterOf(window.start) : [])).sort(),
      );
  }
}

/** The colour of each initiative by a field; its own colour where it has one and lanes colour. */
export function coloursBy(field: Field, world: World): Map<string, string> {
  const colours = new Map(groupsOf(field, world).map(({ value, colour }) => [value, colour]));
  const read = reader(field, world);
  return new Map(
    world.initiatives.map((each) => {
      const own = field === "lane" && each.colour ? colourOf(each.colour, 0) : undefined;
      return [each.id, own ?? colours.get(read(each)) ?? NONE];
    }),
  );
}

/** The edit that gives an initiative this value of a field; null where none can, as of what is computed. */
export function edited(
  field: Field,
  value: string | null,
  seen: Initiative,
  { own }: Pick<World, "own">,
): Partial<Initiative> | null {
  if (isCustom(field)) {
    const custom = own.get(field);
    return custom ? customEdit(custom, value, seen) : null;
  }
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
    case "period":
      return { window: value === null ? null : shiftedTo(seen.window, value) };
    case "chance":
    case "effort":
      return null;
  }
}
