import { Button, Group, Popover, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChangeRow } from "@/features/core/ChangeRow";
import { initiativeQuery } from "@/features/roadmap/roadmap";
import type { PartProps } from "@/ui/shell/parts";
import { useFigures } from "@/ui/words/figures";
import { sinceQuery, useSeen, visitsQuery } from "./seen";

const MOST = 5;

/** What others changed since you last looked at the initiative, and who has looked at it. */
export default function InitiativeSeen({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  useSeen("initiative", id);
  const { data: initiative } = useQuery(initiativeQuery(id));
  const { data: since } = useQuery(sinceQuery("initiative", id));
  const maySee = initiative?.can.contribute === true || initiative?.can.edit === true;
  const { data: visits = [] } = useQuery({ ...visitsQuery("initiative", id), enabled: maySee });
  const isNew = since?.since != null && since.total > 0;
  if (!isNew && visits.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t("seen.title")}>
      <Group justify="space-between">
        <Text size="xs" c="dimmed" fw={600}>
          {t("seen.title")}
        </Text>
        {visits.length > 0 && (
          <Popover position="bottom-end" withinPortal trapFocus>
            <Popover.Target>
              <Button size="compact-xs" variant="subtle">
                {t("seen.lookers", { count: visits.length })}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap={4}>
                {visits.slice(0, 20).map(({ by, at, view }) => (
                  <Group key={`${by.id}-${view}`} gap="lg" justify="space-between" wrap="nowrap">
                    <Text size="sm">{by.name}</Text>
                    <Text size="xs" c="dimmed">
                      <time dateTime={at} title={figures.dateTime(at)}>
                        {figures.ago(at)}
                      </time>
                    </Text>
                  </Group>
                ))}
              </Stack>
            </Popover.Dropdown>
          </Popover>
        )}
      </Group>
      {isNew && since?.since ? (
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
