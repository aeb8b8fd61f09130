import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { sumOf } from "./hours";
import { sum, type Waiting, weeksOf } from "./sheets";

interface Props {
  waiting: readonly Waiting[];
  onClose: () => void;
}

type Approvals = Schemas["ApprovalsOut"];
const AT = "/timesheets/approvals";

/** Shows whose hours would be approved before they are: all as one deed, each week whole. */
export function ApproveAll({ waiting, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const done = useDone();
  const rows = weeksOf(waiting);
  const weeks = rows.map(({ parts: [first, ...others] }) => ({
    timesheet_id: first.timesheet_id,
    version: first.version,
    project_ids: [first, ...others].map(({ project }) => project.id),
  }));
  const preview = useQuery({
    queryKey: ["timesheet", "approvals", weeks],
    queryFn: ({ signal }) =>
      http.post<Approvals>(AT, { weeks }, { query: { preview: true }, signal }),
    retry: false,
    gcTime: 0,
  });
  const approve = useMutation({
    mutationFn: () => http.post<Approvals>(AT, { weeks }),
    onSuccess: async ({ weeks: count, left }) => {
      onClose();
      const told = [
        t("timesheet.approvedWeeks", { count }),
        left.length > 0 && t("timesheet.leftWeeks", { count: left.length }),
      ];
      await done(told.filter(Boolean).join(" "));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["timesheet"] }),
  });
  const { data, error } = preview;
  const left = new Map(data?.left.map(({ timesheet_id, why }) => [timesheet_id, why]));
  return (
    <Modal opened onClose={onClose} size="lg" title={t("timesheet.approveAllTitle")}>
      <Stack>
        <ProblemNote fault={approve.error ?? error} />
        <Text size="sm" role="status">
          {data
            ? t("timesheet.wouldApprove", {
                count: data.weeks,
                people: data.people,
                hours: sumOf(data.minutes),
              })
            : t("rows.computing")}
        </Text>
        <Table.ScrollContainer minWidth={260}>
          <Table verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("timesheet.member")}</Table.Th>
                <Table.Th>{t("timesheet.weekOf")}</Table.Th>
                <Table.Th>{t("timesheet.projects")}</Table.Th>
                <Table.Th ta="right">{t("timesheet.total")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ id, parts }) => {
                const why = left.get(id);
                return (
                  <Table.Tr key={id}>
                    <Table.Td>{parts[0].member.name}</Table.Td>
                    <Table.Td>{figures.date(parts[0].week)}</Table.Td>
                    <Table.Td>
                      {parts.map(({ project }) => project.title).join(", ")}
                      {why && (
                        <Text size="xs" c="dimmed">
                          {t(`timesheet.leftOut.${why}`)}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td ta="right" className="tabular">
                      {sumOf(sum(parts.map(({ minutes }) => minutes)))}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            loading={approve.isPending}
            disabled={!data || preview.isFetching}
            onClick={() => approve.mutate()}
            data-autofocus
          >
            {t("timesheet.approve")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
