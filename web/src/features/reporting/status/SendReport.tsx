import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type Reader, readersQuery, type StatusReport } from "./status";

interface Props {
  report: StatusReport;
  onClose: () => void;
}

/** Chooses who gets a published report by mail: stakeholders and whoever follows the project, each once. */
export function SendReport({ report, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const { data: readers, error } = useQuery(readersQuery(report.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const send = useMutation({
    mutationFn: () => {
      const ids = (kind: Reader["kind"]) =>
        (readers ?? [])
          .filter((one) => one.kind === kind && chosen.includes(one.id))
          .map(({ id }) => id);
      return http.post<StatusReport>(`/status-reports/${report.id}/mailing`, {
        stakeholder_ids: ids("stakeholder"),
        member_ids: ids("member"),
      });
    },
    onSuccess: () => {
      toast.done(t("statusReport.onItsWay", { count: chosen.length }));
      void cache.invalidateQueries(readersQuery(report.id));
      onClose();
    },
  });
  const standing = ({ reachable, state, sent_at }: Reader) =>
    state === "sent" && sent_at
      ? t("statusReport.sentAt", { when: figures.dateTime(sent_at) })
      : state
        ? t("statusReport.waits")
        : reachable
          ? undefined
          : t("statusReport.unreachable");
  return (
    <Modal opened onClose={onClose} title={t("statusReport.sendTitle", { name: report.key })}>
      {error && !readers ? (
        <ProblemNote fault={error} />
      ) : !readers ? (
        <LoadingState rows={3} />
      ) : (
        <Stack>
          {readers.length === 0 && <Text size="sm">{t("statusReport.noReaders")}</Text>}
          <Checkbox.Group value={chosen} onChange={setChosen} label={t("statusReport.readers")}>
            <Stack gap="xs" mt="xs">
              {readers.map((one) => (
                <Checkbox
                  key={one.id}
                  value={one.id}
                  label={one.name}
                  description={standing(one)}
                  disabled={!one.reachable || one.state !== ""}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <ProblemNote fault={send.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button
              disabled={chosen.length === 0}
              loading={send.isPending}
              onClick={() => send.mutate()}
            >
              {t("statusReport.sendNow")}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
