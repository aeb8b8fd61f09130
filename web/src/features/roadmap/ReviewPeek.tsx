import { Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Activity } from "@/features/core/Activity";
import { ErrorState } from "@/ui/ErrorState";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import type { PeekProps } from "@/ui/shell/registry";
import { type Launch, launchQuery, type Review, reviewQuery } from "./launches";
import { ReviewRow } from "./ReviewRow";
import { useLaunchDeeds } from "./useLaunchDeeds";

/** An outcome review: decided here as on the page of its launch. */
export default function ReviewPeek({ id }: PeekProps) {
  const { data: review, error } = useQuery(reviewQuery(id));
  const { data: launch, error: fault } = useQuery({
    ...launchQuery(review?.launch.id ?? ""),
    enabled: review !== undefined,
  });
  const failed = error ?? fault;
  if (failed && !launch) return <ErrorState title={failed.title} detail={failed.detail} />;
  return review && launch ? <Known review={review} launch={launch} /> : <LoadingState rows={3} />;
}

function Known({ review, launch }: { review: Review; launch: Launch }) {
  const deeds = useLaunchDeeds(launch);
  return (
    <Stack p="md">
      <Group gap="4px 12px">
        <KeyBadge value={review.key} />
        <PeekLink kind="launch" id={launch.id} objectKey={launch.key} fz="sm">
          {`${launch.key} ${launch.title}`}
        </PeekLink>
        <PeekLink
          kind="initiative"
          id={review.initiative.id}
          objectKey={review.initiative.key}
          fz="sm"
        >
          {`${review.initiative.key} ${review.initiative.title}`}
        </PeekLink>
      </Group>
      <ReviewRow
        review={review}
        may={launch.can.edit === true && launch.archived_at === null}
        deeds={deeds}
      />
      <Activity subject={{ kind: "outcome_review", id: review.id }} />
    </Stack>
  );
}
