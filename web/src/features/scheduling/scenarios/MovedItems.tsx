import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { VarianceTable } from "../baselines/VarianceTable";
import type { Review } from "./scenarios";

/** Every item whose dates or work the scenario changes, itself or through others. */
export function MovedItems({ review }: { review: Review }) {
  const { t } = useTranslation();
  if (review.moved.length === 0) return null;
  return (
    <section>
      <Title order={2} fz="md" mb="xs">
        {t("scenario.moves", { count: review.moved.length })}
      </Title>
      <VarianceTable items={review.moved} minutesPerDay={review.minutes_per_day} moved />
    </section>
  );
}
