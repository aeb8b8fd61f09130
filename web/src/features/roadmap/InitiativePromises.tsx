import { Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PromiseRow } from "./PromiseRow";
import { promisesQuery } from "./promises";
import type { Initiative } from "./roadmap";

/** What was promised about an initiative. */
export function InitiativePromises({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation();
  const query = promisesQuery(initiative.product_id, { initiative_id: initiative.id });
  const found = useInfiniteQuery(query).data?.pages.flatMap(({ items }) => items) ?? [];
  if (found.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t("promise.title")}>
      <Text size="xs" c="dimmed" fw={600}>
        {t("promise.title")}
      </Text>
      {found.map((promise) => (
        <PromiseRow key={promise.id} promise={promise} />
      ))}
    </Stack>
  );
}
