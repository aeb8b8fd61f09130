import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePeek } from "@/ui/shell/usePeek";
import { DataTable } from "@/ui/table/DataTable";
import { ListFrame } from "./ListFrame";
import { isNarrowed, type ListProps, WIDE } from "./listProps";
import { insightsQuery } from "./queries";
import { Teach } from "./Teach";
import { useInsightColumns } from "./useInsightColumns";

export function InsightList({ productId, canAdd, view, onView }: ListProps) {
  const { t } = useTranslation();
  const peek = usePeek();
  const columns = useInsightColumns();
  const listing = useInfiniteQuery(
    insightsQuery({
      product_id: productId,
      q: view.q,
      tag: view.tag,
      source: view.source,
      customer_id: view.customer,
      archived: view.archived,
    }),
  );
  return (
    <ListFrame
      listing={listing}
      isNarrowed={isNarrowed(view)}
      onWiden={() => onView(WIDE)}
      empty={<Teach kind="insight" canAdd={canAdd} />}
    >
      {(rows) => (
        <DataTable
          label={t("discover.insights")}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          sort={view.sort}
          onSort={(sort) => onView({ sort })}
          onOpen={peek.open}
          chosenId={peek.target?.id}
        />
      )}
    </ListFrame>
  );
}
