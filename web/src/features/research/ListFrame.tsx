import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { type Listing, rowsOf } from "./listing";

interface Props<T> {
  listing: Listing<T>;
  /** Something is searched or filtered for, so an empty list does not mean that nothing exists. */
  isNarrowed: boolean;
  onWiden: () => void;
  /** What teaches when there is nothing yet. */
  empty: ReactNode;
  children: (rows: T[]) => ReactNode;
}

/** What every list shares: loading, failure, nothing yet, nothing found, more. */
export function ListFrame<T>({ listing, isNarrowed, onWiden, empty, children }: Props<T>) {
  const { t } = useTranslation();
  const rows = rowsOf(listing);
  if (listing.isError && !rows) {
    return (
      <ErrorState
        title={listing.error.title}
        detail={listing.error.detail}
        action={<Button onClick={() => void listing.refetch()}>{t("retry")}</Button>}
      />
    );
  }
  if (!rows) return <LoadingState />;
  if (rows.length === 0) {
    return isNarrowed ? (
      <EmptyState
        sentence={t("discover.noMatch")}
        action={
          <Button variant="default" onClick={onWiden}>
            {t("filter.clear")}
          </Button>
        }
      />
    ) : (
      empty
    );
  }
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
