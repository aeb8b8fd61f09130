/** A code to begin with: the initials of a name of several words, else its first letters. */
export function codeFor(name: string): string {
  const words = name.toUpperCase().match(/[A-Z][A-Z0-9]*/g) ?? [];
  const first = words[0] ?? "";
  const code = words.length > 1 ? words.map((word) => word[0]).join("") : first.slice(0, 3);
  return code.length > 1 ? code.slice(0, 10) : first.slice(0, 3);
}
