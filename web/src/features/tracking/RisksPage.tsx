import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { projectsQuery } from "@/features/delivery/delivery";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { Register } from "./Register";
import type { RegisterView } from "./view";

interface Props {
  view: RegisterView;
  onView: (change: RegisterView) => void;
}

/** The registers of all projects of a product, or of every product, as one. */
export function RisksPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { product, products, isPending } = useProduct();
  const { data: projects } = useQuery(projectsQuery());
  const everywhere = view.everywhere === true;
  return (
    <>
      <PageHeader
        title={t("raid.title")}
        lead={t("raid.lead")}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("raid.reach")}
              value={everywhere ? "all" : "product"}
              onChange={(next) => onView({ everywhere: next === "all" || undefined })}
              data={[
                { value: "product", label: t("raid.ofProduct") },
                { value: "all", label: t("raid.ofAll") },
              ]}
            />
            {!everywhere && products.length > 1 && <ProductPicker />}
          </>
        }
      />
      <PageBody>
        {isPending ? (
          <LoadingState />
        ) : (
          <Register
            key={everywhere ? "all" : product?.id}
            productId={everywhere ? undefined : product?.id}
            kind={view.register ?? "risk"}
            onKind={(register) => onView({ register })}
            canAdd={projects?.items.some(({ can }) => can.contribute) === true}
          />
        )}
      </PageBody>
    </>
  );
}
