/** Words in the address; what consists of digits comes from there as a number. */
export function wordsIn(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
