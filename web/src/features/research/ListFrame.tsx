import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { type Listing, rowsOf } from "./listing";

interface Props<T> {
  listing: Listing<T>;
  /** What teaches when there is nothing yet. */
  empty: ReactNode;
  children: (rows: T[]) => ReactNode;
}

/** Loading, failure, nothing yet, more. */
export function ListFrame<T>({ listing, empty, children }: Props<T>) {
  const { t } = useTranslation();
  const rows = rowsOf(listing);
  if (listing.isError && !rows) {
    return (
      <ErrorState
        title={listing.error.title}
        detail={listing.error.detail}
        onRetry={() => void listing.refetch()}
      />
    );
  }
  if (!rows) return <LoadingState />;
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows)}
      {listing.hasNextPage && (
        <Button
          variant="subtle"
          mt="sm"
          loading={listing.isFetchingNextPage}
          onClick={() => void listing.fetchNextPage()}
        >
          {t("table.more")}
        </Button>
      )}
    </>
  );
}
