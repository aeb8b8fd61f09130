import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { audiencesQuery } from "../audiences";
import { Presentation } from "./Presentation";
import { presentedQuery } from "./presented";

interface Props {
  /** Whose readers it is shown to; nothing: everything you see yourself. */
  audienceId: string | undefined;
  /** The field that it is coloured by, where the audience has no colours of its own. */
  colour: string | undefined;
  at: number;
  onAt: (at: number) => void;
  onClose: () => void;
}

/** A product's roadmap on the wall, as an audience may see it. */
export function PresentPage({ audienceId, colour, at, onAt, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { product, isPending } = useProduct();
  const { data: audiences } = useQuery(audiencesQuery(product?.id ?? ""));
  const { data, error, refetch, dataUpdatedAt } = useQuery(
    presentedQuery(product?.id ?? "", audienceId, colour),
  );
  if (error && !data) {
    return (
      <main>
        <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (isPending || !data || !product) return <LoadingState />;
  const audience = audiences?.find(({ id }) => id === audienceId);
  const when = t("shared.asOf", { when: figures.dateTime(new Date(dataUpdatedAt).toISOString()) });
  return (
    <Presentation
      title={product.title}
      subtitle={[audience?.title, when].filter(Boolean).join(" · ")}
      roadmap={data}
      layout={audience?.layout ?? "timeline"}
      at={at}
      onAt={onAt}
      onClose={onClose}
    />
  );
}
