/** How deep each stands below those that are shown with it, by its id; upper ones come first. */
export function depths(
  rows: readonly { id: string; parent_id: string | null }[],
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, parent_id } of rows) {
    const above = parent_id === null ? undefined : found.get(parent_id);
    found.set(id, above === undefined ? 0 : above + 1);
  }
  return found;
}
