/** As much of a long code as has room: its end, which tells it from its neighbours. */
export function endOf(code: string, most: number): string {
  if (code.length <= most) return code;
  const end = code.slice(1 - most);
  return `…${end.slice(end.indexOf(".") + 1)}`;
}
