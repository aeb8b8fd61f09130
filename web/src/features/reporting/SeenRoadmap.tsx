import { useQuery } from "@tanstack/react-query";
import { productsQuery } from "@/features/core/products";
import { SeenBy } from "@/features/core/SeenBy";
import type { PartProps } from "@/ui/shell/parts";

/** Who looked at the roadmap, for whoever contributes to the product. */
export default function SeenRoadmap({ id }: PartProps) {
  const { data } = useQuery(productsQuery);
  const product = data?.find((each) => each.id === id);
  const maySee = product?.can.contribute ?? product?.can.edit ?? false;
  return product && <SeenBy kind="product" id={id} view="roadmap" maySee={maySee} isTaken />;
}
