import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeek } from "@/ui/shell/usePeek";
import { DataTable } from "@/ui/table/DataTable";
import { ListFrame } from "./ListFrame";
import { rowsOf } from "./listing";
import { opportunitiesQuery } from "./queries";
import { Teach } from "./Teach";
import { treeRows } from "./tree";
import type { Opportunity } from "./types";
import { useListKeys } from "./useListKeys";
import { useOpportunityColumns } from "./useOpportunityColumns";

interface Props {
  productId: string;
  canAdd: boolean;
}

/** Needs as a tree: the opportunity tree. */
export function OpportunityList({ productId, canAdd }: Props) {
  const { t } = useTranslation();
  const peek = usePeek();
  const frame = useListKeys();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const listing = useInfiniteQuery(opportunitiesQuery({ product_id: productId }));
  const items = rowsOf(listing);
  const rows = useMemo(() => treeRows(oldestFirst(items), closed), [items, closed]);
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const columns = useOpportunityColumns(toggle);
  return (
    <div ref={frame}>
      <ListFrame listing={listing} empty={<Teach kind="opportunity" canAdd={canAdd} />}>
        {() => (
          <DataTable
            label={t("discover.opportunities")}
            rows={rows}
            columns={columns}
            rowId={({ item }) => item.id}
            onOpen={({ item }) => peek.open(item)}
            chosenId={peek.target?.id}
          />
        )}
      </ListFrame>
    </div>
  );
}

/** A tree reads in the order in which it grew. */
function oldestFirst(items: readonly Opportunity[] | undefined): Opportunity[] {
  return (items ?? []).toReversed();
}
