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

/** The lane's colour as `#rrggbb`; one by its place where it has none that we know. */
export function colourOf(colour: string, index: number): string {
  if (colour.startsWith("#")) return colour;
  return LANE_COLOURS[colour] ?? LANE_COLOURS[NAMES[index % NAMES.length] ?? "blue"] ?? "#327cb0";
}
