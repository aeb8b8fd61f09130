import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Item, RichNode } from "@/api/types";

export interface Product extends Item {
  body: RichNode;
}

export const productsQuery = queryOptions({
  queryKey: ["product", "list"],
  queryFn: ({ signal }) => http.get<Product[]>("/products", { signal }),
});
