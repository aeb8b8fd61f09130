import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Item, Page } from "@/api/types";

export interface Product extends Item {
  name: string;
  description: string;
}

export const productsQuery = queryOptions({
  queryKey: ["product", "list"],
  queryFn: ({ signal }) => http.get<Page<Product>>("/products", { query: { limit: 200 }, signal }),
});
