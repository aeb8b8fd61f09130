/** What lanes are coloured with: told apart in both themes, none of them the red of a problem. */
export const LANE_COLOURS: Readonly<Record<string, string>> = {
  blue: "#327cb0",
  teal: "#2b8a7e",
  green: "#4d8b31",
  amber: "#b07d1b",
  orange: "#c0632c",
  rose: "#b34a78",
  violet: "#7a5bb5",
  slate: "#69737e",
};

const NAMES = Object.keys(LANE_COLOURS);

/** Names that others give to a colour of ours. */
const ALIASES: Readonly<Record<string, string>> = {
  gray: "slate",
  grey: "slate",
  purple: "violet",
  indigo: "violet",
  grape: "violet",
  pink: "rose",
  red: "rose",
  yellow: "amber",
  lime: "green",
  cyan: "teal",
};

/** The lane's colour as `#rrggbb`; one by its place where it has none that we know. */
export function colourOf(colour: string, index: number): string {
  if (colour.startsWith("#")) return colour;
  return (
    LANE_COLOURS[ALIASES[colour] ?? colour] ??
    LANE_COLOURS[NAMES[index % NAMES.length] ?? "blue"] ??
    "#327cb0"
  );
}
