/** What somebody types as the address of a page, with the scheme that they left out. */
export function webAddress(typed: string): string {
  const text = typed.trim();
  return text === "" || /^[a-z]+:/i.test(text) ? text : `https://${text}`;
}
