import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Activity } from "@/features/core/Activity";
import { OwnFields } from "@/features/core/list/OwnFields";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import type { PeekProps } from "@/ui/shell/registry";
import { CharterCard } from "./CharterCard";
import { charterQuery } from "./delivery";

export default function CharterPeek({ id }: PeekProps) {
  const { data: charter, error } = useQuery(charterQuery(id));
  if (error && !charter) return <ErrorState title={error.title} detail={error.detail} />;
  if (!charter) return <LoadingState rows={4} />;
  return (
    <>
      <PageHeader title={charter.title} narrow />
      <PageBody narrow>
        <Stack>
          <CharterCard charter={charter} />
          <OwnFields object={charter} />
          <Activity subject={{ kind: "charter", id }} />
        </Stack>
      </PageBody>
    </>
  );
}
