import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

export type Sheet = Shown<Schemas["SheetOut"]>;
export type Holding = Sheet["functions"][number];
export type Responsibilities = Shown<Schemas["ResponsibilitiesOut"]>;

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
