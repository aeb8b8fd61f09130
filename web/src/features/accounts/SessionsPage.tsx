import { Badge, Button, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { sessionsQuery } from "./accounts";
import { browserOf } from "./browser";

export function SessionsPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const { data: sessions, error } = useQuery(sessionsQuery);
  const revoke = useMutation({
    mutationFn: (id: string) => http.delete<void>(`/sessions/${id}`),
    onSuccess: () => {
      toast.done(t("sessions.revoked"));
      return cache.invalidateQueries(sessionsQuery);
    },
    onError: (fault) => toast.failed(fault.detail),
  });
  if (error && !sessions) return <ErrorState title={error.title} detail={error.detail} />;
  if (!sessions) return <LoadingState rows={3} />;
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("sessions.lead")}
      </Text>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("sessions.where")}</Table.Th>
              <Table.Th>{t("sessions.began")}</Table.Th>
              <Table.Th>{t("sessions.seen")}</Table.Th>
              <HiddenHead />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  {browserOf(session.agent) ?? t("sessions.unknown")}
                  <Text size="xs" c="dimmed">
                    {session.address}
                  </Text>
                </Table.Td>
                <Table.Td>{figures.dateTime(session.began_at)}</Table.Td>
                <Table.Td>{figures.ago(session.seen_at)}</Table.Td>
                <Table.Td ta="end">
                  {session.current ? (
                    <Badge variant="light">{t("sessions.this")}</Badge>
                  ) : (
                    <Button
                      variant="default"
                      size="compact-sm"
                      loading={revoke.isPending && revoke.variables === session.id}
                      onClick={() => revoke.mutate(session.id)}
                    >
                      {t("sessions.revoke")}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
