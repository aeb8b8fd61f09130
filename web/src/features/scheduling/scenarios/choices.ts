import type { Choice, Review, Side } from "./scenarios";

/** Whose side was taken, by `id:field`; of a link or an assignment the field is empty. */
export type Taken = Readonly<Record<string, Side>>;

export const placeOf = (id: string, field: string | null): string => `${id}:${field ?? ""}`;

/** Everything that both changed, among what is chosen; `versions` are those of the plan's items. */
export function contested(review: Review, chosen: ReadonlySet<string>) {
  const items = review.items
    .filter(({ id }) => chosen.has(id))
    .flatMap(({ id, version, fields }) =>
      fields
        .filter(({ conflict }) => conflict)
        .map(({ field }) => ({ id, field: field as string | null, version })),
    );
  const rows = [...review.links, ...review.assignments]
    .filter(({ id, conflict }) => conflict && chosen.has(id))
    .map(({ id }) => ({ id, field: null, version: null }));
  return [...items, ...rows];
}

/** How many conflicts among what is chosen are still to be decided. */
export function undecided(review: Review, chosen: ReadonlySet<string>, taken: Taken): number {
  return contested(review, chosen).filter(({ id, field }) => !taken[placeOf(id, field)]).length;
}

/** What a merge is asked with: the chosen changes, and whose side is taken in each conflict. */
export function mergeBody(review: Review, chosen: ReadonlySet<string>, taken: Taken) {
  const choices = contested(review, chosen).flatMap(({ id, field, version }): Choice[] => {
    const take = taken[placeOf(id, field)];
    return take ? [{ id, field, take, version }] : [];
  });
  return {
    items: review.items.map(({ id }) => id).filter((id) => chosen.has(id)),
    rows: [...review.links, ...review.assignments]
      .map(({ id }) => id)
      .filter((id) => chosen.has(id)),
    choices,
  };
}
