import { Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useProduct } from "./useProduct";

/** Which product a page of the Product perspective shows; nothing while there is only one. */
export function ProductPicker() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { product, products } = useProduct();
  if (!product || products.length < 2) return null;
  return (
    <Select
      aria-label={t("product.pick")}
      size="xs"
      w={200}
      allowDeselect={false}
      value={product.id}
      data={products.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id) =>
        void navigate({ to: ".", search: (before) => ({ ...before, product: id ?? undefined }) })
      }
    />
  );
}
