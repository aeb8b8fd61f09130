import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChangeRow } from "@/features/core/ChangeRow";
import { sinceQuery } from "@/features/core/seen";
import type { PartProps } from "@/ui/shell/parts";
import { useFigures } from "@/ui/words/figures";

const MOST = 5;

/** What others changed since you last looked at the initiative. */
export default function InitiativeSeen({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: since } = useQuery(sinceQuery("initiative", id));
  if (since?.since == null) return null;
  const isNew = since.total > 0;
  return (
    <Stack component="section" gap="xs" aria-label={t("seen.title")}>
      <Text size="xs" c="dimmed" fw={600}>
        {t("seen.title")}
      </Text>
      {isNew ? (
        <>
          <Text size="sm">
            {t("seen.since", { count: since.total, when: figures.ago(since.since) })}
          </Text>
          <div>
            {since.changes.slice(0, MOST).map((change) => (
              <ChangeRow key={change.id} change={change} namesObject={false} />
            ))}
          </div>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t("seen.nothing")}
        </Text>
      )}
    </Stack>
  );
}
