import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeek } from "@/ui/shell/usePeek";
import { DataTable } from "@/ui/table/DataTable";
import { ListFrame } from "./ListFrame";
import { rowsOf } from "./listing";
import { isNarrowed, type ListProps, WIDE } from "./listProps";
import { opportunitiesQuery } from "./queries";
import { Teach } from "./Teach";
import { type TreeRow, treeRows } from "./tree";
import type { Opportunity } from "./types";
import { useOpportunityColumns } from "./useOpportunityColumns";

/** Needs as a tree (the opportunity tree), or flat and sortable. */
export function OpportunityList({ productId, canAdd, view, onView }: ListProps) {
  const { t } = useTranslation();
  const peek = usePeek();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const isTree = view.shape !== "list";
  const listing = useInfiniteQuery(
    opportunitiesQuery({ product_id: productId, q: view.q, archived: view.archived }),
  );
  const items = rowsOf(listing);
  const rows = useMemo(
    () => (isTree ? treeRows(oldestFirst(items), closed) : (items ?? []).map(flat)),
    [items, isTree, closed],
  );
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const columns = useOpportunityColumns(items ?? [], isTree ? toggle : undefined);
  return (
    <ListFrame
      listing={listing}
      isNarrowed={isNarrowed(view)}
      onWiden={() => onView(WIDE)}
      empty={<Teach kind="opportunity" canAdd={canAdd} />}
    >
      {() => (
        <DataTable
          label={t("discover.opportunities")}
          rows={rows}
          columns={columns}
          rowId={({ item }) => item.id}
          sort={isTree ? undefined : view.sort}
          onSort={isTree ? undefined : (sort) => onView({ sort })}
          onOpen={({ item }) => peek.open(item)}
          chosenId={peek.target?.id}
        />
      )}
    </ListFrame>
  );
}

function flat(item: Opportunity): TreeRow<Opportunity> {
  return { item, depth: 0, children: 0, isOpen: true };
}

/** A tree reads in the order in which it grew. */
function oldestFirst(items: readonly Opportunity[] | undefined): Opportunity[] {
  return (items ?? []).toReversed();
}
