import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type Product, productsQuery } from "./products";

export interface ProductChoice {
  /** The product of the address, else the first one; undefined while loading or when there is none. */
  product: Product | undefined;
  products: readonly Product[];
  isPending: boolean;
}

/** The product that the Product perspective looks at (`?product=<id>`, kept from page to page). */
export function useProduct(): ProductChoice {
  const { product: chosen } = useSearch({ strict: false });
  const { data, isPending } = useQuery(productsQuery);
  const products = (data ?? []).filter((product) => !product.archived_at);
  const product = products.find((candidate) => candidate.id === chosen) ?? products[0];
  return { product, products, isPending };
}
