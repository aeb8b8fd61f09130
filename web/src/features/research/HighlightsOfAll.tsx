import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { Reference } from "@/features/core/list/values";
import { EmptyState } from "@/ui/EmptyState";
import type { ListItem } from "@/ui/list/types";
import { PeekLink } from "@/ui/PeekLink";
import { LeadButton } from "./LeadButton";

const COLUMNS = [
  "quote",
  "speaks_for",
  "importance",
  "title",
  "customer",
  "evidence",
  "created_at",
];
const CELLS = { speaks_for: (item: ListItem) => <TargetLink item={item} /> };

/** The words of all insights that speak for something: weighed, led elsewhere and let go many at once. */
export function HighlightsOfAll({ productId }: { productId: string }) {
  const { t } = useTranslation();
  return (
    <ObjectList
      kind="highlight"
      productId={productId}
      columns={COLUMNS}
      cells={CELLS}
      bulk={(chosen) => <LeadButton chosen={chosen} />}
      empty={<EmptyState sentence={t("discover.highlightsEmpty")} />}
    />
  );
}

function TargetLink({ item }: { item: ListItem & { target?: Reference } }) {
  const { target } = item;
  if (!target) return null;
  return (
    <PeekLink
      kind={target.kind as "idea"}
      id={target.id}
      objectKey={target.key}
      fz="sm"
      c="inherit"
    >
      {target.title}
    </PeekLink>
  );
}
