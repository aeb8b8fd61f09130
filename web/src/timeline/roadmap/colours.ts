/** `#rrggbb` as its three parts, 0 to 255; a middle grey for anything else. */
export function partsOf(colour: string): [number, number, number] {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (!found) return [128, 134, 142];
  const part = (index: number) => Number.parseInt(found[index] ?? "80", 16);
  return [part(1), part(2), part(3)];
}

/** `share` of `over` laid on `under`. */
export function mixed(over: string, under: string, share: number): string {
  const [a, b] = [partsOf(over), partsOf(under)];
  const hex = a.map((part, index) => {
    const value = Math.round(part * share + (b[index] ?? 0) * (1 - share));
    return value.toString(16).padStart(2, "0");
  });
  return `#${hex.join("")}`;
}

/** The colour at an opacity, 0 to 1. */
export const faded = (colour: string, opacity: number): string =>
  `rgba(${partsOf(colour).join(",")},${opacity})`;

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const LEAST = 4.5;
const grounds = new Map<string, string>();

/** A tint of a bar's colour, as strong as `share` or as weak as the words on it need to be read. */
export function groundOf(colour: string, surface: string, words: string, share: number): string {
  const key = `${colour}${surface}${words}${share}`;
  let ground = grounds.get(key);
  if (ground === undefined) {
    let strength = share;
    ground = mixed(colour, surface, strength);
    while (strength > 0 && contrast(words, ground) < LEAST) {
      strength -= 0.02;
      ground = mixed(colour, surface, Math.max(0, strength));
    }
    grounds.set(key, ground);
  }
  return ground;
}

/** The second line of words: a step quieter than the first. */
export const quietText = (text: string, surface: string): string => mixed(text, surface, 0.8);

function luminance(colour: string): number {
  const [r, g, b] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
