import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePeek } from "@/ui/shell/usePeek";
import { DataTable } from "@/ui/table/DataTable";
import { ListFrame } from "./ListFrame";
import { isNarrowed, type ListProps, WIDE } from "./listProps";
import { ideasQuery } from "./queries";
import { Teach } from "./Teach";
import { useIdeaColumns } from "./useIdeaColumns";

export function IdeaList({ productId, canAdd, view, onView }: ListProps) {
  const { t } = useTranslation();
  const peek = usePeek();
  const columns = useIdeaColumns();
  const listing = useInfiniteQuery(
    ideasQuery({
      product_id: productId,
      q: view.q,
      status: view.status,
      archived: view.archived,
    }),
  );
  return (
    <ListFrame
      listing={listing}
      isNarrowed={isNarrowed(view)}
      onWiden={() => onView(WIDE)}
      empty={<Teach kind="idea" canAdd={canAdd} />}
    >
      {(rows) => (
        <DataTable
          label={t("discover.ideas")}
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
