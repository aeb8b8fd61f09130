import { useQuery } from "@tanstack/react-query";
import { productsQuery } from "@/features/core/products";
import type { PartProps } from "@/ui/shell/parts";
import { RolesButton } from "./RolesButton";

export default function RolesOfProduct({ id }: PartProps) {
  const { data: products } = useQuery(productsQuery);
  const product = products?.find((found) => found.id === id);
  return product ? (
    <RolesButton kind="product" id={id} mayGive={product.can.edit === true} />
  ) : null;
}
