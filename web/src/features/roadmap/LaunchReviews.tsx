import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Launch } from "./launches";
import { ReviewRow } from "./ReviewRow";
import type { LaunchDeeds } from "./useLaunchDeeds";

interface Props {
  launch: Launch;
  deeds: LaunchDeeds;
}

/** What came of it, looked at 30, 60 and 90 days after the launch. */
export function LaunchReviews({ launch, deeds }: Props) {
  const { t } = useTranslation();
  if (launch.reviews.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t("launch.outcomes")}>
      <Text fw={600}>{t("launch.outcomes")}</Text>
      <Text size="xs" c="dimmed">
        {t("launch.outcomesMean")}
      </Text>
      {launch.reviews.map((review) => (
        <ReviewRow
          key={review.id}
          review={review}
          may={launch.can.edit === true && launch.archived_at === null}
          deeds={deeds}
        />
      ))}
    </Stack>
  );
}
