import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import { ROLES, type Role } from "@/features/core/raci/raci";

export type Sheet = Shown<Schemas["SheetOut"]>;
export type Holding = Sheet["functions"][number];
export type Person = Holding["accountable"][number];
export type Saying = Record<Role, string[]> & {
  deputy_id: string | null;
  deputy_from: string | null;
  deputy_until: string | null;
};
export type Responsibilities = Shown<Schemas["ResponsibilitiesOut"]>;

export const VIEWS = ["initiatives", "matrix"] as const;

/** What the page shows, as its address says; the matrix is of an initiative, else of the product. */
export interface ResponsibilityView {
  view: (typeof VIEWS)[number];
  of?: string;
}

export function asView(said: unknown): ResponsibilityView["view"] {
  return VIEWS.find((view) => view === said) ?? "initiatives";
}

const KINDS = ["initiative", "product"];

export function responsibilitiesQuery(productId: string) {
  return infiniteQueryOptions({
    queryKey: ["responsibilities", "product", productId],
    queryFn: ({ signal, pageParam }) =>
      http.get<Responsibilities>(`/products/${productId}/responsibilities`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { kinds: KINDS },
  });
}

export function sheetQuery(initiativeId: string) {
  return queryOptions({
    queryKey: ["responsibilities", "initiative", initiativeId],
    queryFn: ({ signal }) =>
      http.get<Sheet>(`/initiatives/${initiativeId}/responsibilities`, { signal }),
    meta: { kinds: KINDS },
  });
}

/** How many functions nobody answers for, and how many two people do. */
export function amiss(sheet: Sheet): { unowned: number; doubly: number } {
  const count = (standing: Holding["standing"]) =>
    sheet.functions.filter((one) => one.standing === standing).length;
  return { unowned: count("unowned"), doubly: count("doubly_owned") };
}

/** Everybody who holds a role in any of these functions, by name. */
export function holdersOf(sheets: readonly Sheet[]): Person[] {
  const found = new Map<string, Person>();
  for (const { functions } of sheets) {
    for (const one of functions) {
      for (const role of ROLES) for (const person of one[role]) found.set(person.id, person);
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The role of everybody who holds one. */
export function rolesIn(holding: Holding): Map<string, Role> {
  return new Map(ROLES.flatMap((role) => holding[role].map(({ id }) => [id, role] as const)));
}

/** Is the hand-over still to begin? Until then whoever is accountable is asked. */
export function isAhead({ deputy, answering }: Holding): boolean {
  return deputy !== null && !answering.some(({ id }) => id === deputy.id);
}

/** What is to be said so that the member has that role and everybody else keeps theirs. */
export function withRole(holding: Holding, member: string, role: Role | null): Saying {
  const kept = (of: Role) => holding[of].map(({ id }) => id).filter((id) => id !== member);
  const said = (of: Role) => (of === role ? [...kept(of), member] : kept(of));
  const accountable = said("accountable");
  // With nobody to stand in for, or for themself, nobody stands in.
  const deputy = accountable.length > 0 ? holding.deputy?.id : undefined;
  const stands = deputy !== undefined && !accountable.includes(deputy);
  return {
    accountable,
    shares: said("shares"),
    consulted: said("consulted"),
    informed: said("informed"),
    deputy_id: stands ? deputy : null,
    deputy_from: stands ? holding.deputy_from : null,
    deputy_until: stands ? holding.deputy_until : null,
  };
}
