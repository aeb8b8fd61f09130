import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Activity } from "@/features/core/Activity";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { PeekProps } from "@/ui/shell/registry";
import { EntryCard } from "./EntryCard";
import { entryQuery } from "./portals";

/** One entry of the changelog, and what became of it. */
export default function EntryPeek({ id }: PeekProps) {
  const { data: entry, error } = useQuery(entryQuery(id));
  if (error && !entry) return <ErrorState title={error.title} detail={error.detail} />;
  if (!entry) return <LoadingState rows={4} />;
  return (
    <Stack p="md">
      <EntryCard entry={entry} />
      <Activity subject={{ kind: "changelog_entry", id }} />
    </Stack>
  );
}
