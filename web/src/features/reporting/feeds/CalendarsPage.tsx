import { Button, Group, Select, Table, Text } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { projectsQuery } from "@/features/delivery/delivery";
import { confirm } from "@/ui/confirm";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { FeedAddress } from "./FeedAddress";
import { type Feed, type FeedMade, feedsQuery } from "./feeds";

const MINE = "";

/** Calendars that other programs subscribe to: one's own work, or a project. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const [wanted, setWanted] = useState(MINE);
  const { data: feeds, error } = useQuery(feedsQuery);
  const { data: projects } = useQuery(projectsQuery());
  const refresh = () => cache.invalidateQueries(feedsQuery);
  const make = useMutation({
    mutationFn: (projectId: string | null) =>
      http.post<FeedMade>("/me/calendar-feeds", { project_id: projectId }),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: Feed) => http.delete<void>(`/me/calendar-feeds/${id}`),
    onSuccess: () => {
      make.reset();
      toast.done(t("calendars.revoked"));
      return refresh();
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  if (error && !feeds) return <ErrorState title={error.title} detail={error.detail} />;
  if (!feeds) return <LoadingState rows={3} />;
  const name = ({ project }: Feed) => project?.title ?? t("calendars.mine");
  const known = feeds.some(({ project }) => (project?.id ?? MINE) === wanted);
  const choose = async () => {
    const isSure =
      !known ||
      (await confirm({
        title: t("calendars.anewAsk"),
        detail: t("calendars.anewDetail"),
        verb: t("calendars.make"),
      }));
    if (isSure) make.mutate(wanted || null);
  };
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("calendars.lead")}
      </Text>
      <Group align="flex-end" mb="md">
        <Select
          label={t("calendars.of")}
          allowDeselect={false}
          searchable
          w={{ base: "100%", xs: 320 }}
          data={[
            { value: MINE, label: t("calendars.mine") },
            ...(projects?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []),
          ]}
          value={wanted}
          onChange={(next) => setWanted(next ?? MINE)}
        />
        <Button
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          loading={make.isPending}
          onClick={() => void choose()}
        >
          {t("calendars.make")}
        </Button>
      </Group>
      <ProblemNote fault={make.error} />
      {make.data && <FeedAddress made={make.data} />}
      {feeds.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("calendars.of")}</Table.Th>
                <Table.Th>{t("calendars.made")}</Table.Th>
                <HiddenHead />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {feeds.map((feed) => (
                <Table.Tr key={feed.id}>
                  <Table.Td>{name(feed)}</Table.Td>
                  <Table.Td>{figures.dateTime(feed.created_at)}</Table.Td>
                  <Table.Td ta="end">
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t("calendars.revokeOf", { name: name(feed) })}
                      loading={revoke.isPending && revoke.variables.id === feed.id}
                      onClick={() => revoke.mutate(feed)}
                    >
                      {t("calendars.revoke")}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
