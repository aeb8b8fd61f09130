import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { productsQuery } from "@/features/core/products";
import type { PartProps } from "@/ui/shell/parts";
import { ShareButton } from "./ShareButton";

export default function ShareProduct({ id, colour }: PartProps) {
  const { t } = useTranslation();
  const { data } = useQuery(productsQuery);
  const product = data?.find((each) => each.id === id);
  return product?.can.plan || product?.can.edit ? (
    <ShareButton
      view="roadmap"
      objectId={id}
      colour={colour}
      title={t("roadmap.title", { product: product.title })}
    />
  ) : null;
}
