import { useQuery } from "@tanstack/react-query";
import { productsQuery } from "@/features/core/products";
import type { PeekProps } from "@/ui/shell/registry";
import { ShareButton } from "./ShareButton";

/** Beside a product's roadmap, for whoever may plan there. */
export default function ShareRoadmap({ id }: PeekProps) {
  const { data: products } = useQuery(productsQuery);
  const product = products?.find((found) => found.id === id);
  if (!product?.can.plan) return null;
  return <ShareButton view="roadmap" objectId={id} title={product.title} />;
}
