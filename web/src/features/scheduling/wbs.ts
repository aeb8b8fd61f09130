const LONGEST = 255;
const KEPT = Math.floor(LONGEST / 2);

/** The WBS code of the item that is the `number`th below another: a code too long to be read loses its middle. */
export function codeBelow(above: string, number: number): string {
  const code = above ? `${above}.${number}` : `${number}`;
  if (code.length <= LONGEST) return code;
  const cut = code.indexOf("…");
  const first = code.slice(0, cut >= 0 ? cut : code.lastIndexOf(".", KEPT - 1));
  const last = code.slice(-KEPT);
  return `${first}…${last.slice(last.indexOf(".") + 1)}`;
}
