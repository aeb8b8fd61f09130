import { Button, Group, Popover, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import type { Charter } from "./delivery";

interface Props {
  charter: Charter;
}

/** Accept the agreement, or decline it with a reason; neither can be undone once the other side has read it. */
export function AnswerCharter({ charter }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const { version } = charter;
  const answer = useMutation({
    mutationFn: (declined?: string) =>
      declined === undefined
        ? http.post<Charter>(`/charters/${charter.id}/acceptance`, undefined, { version })
        : http.post<Charter>(`/charters/${charter.id}/decline`, { reason: declined }, { version }),
    onSuccess: (answered) => {
      setReason(null);
      toast.done(
        t(answered.state === "accepted" ? "charter.didAccept" : "charter.didDecline", {
          name: answered.key,
        }),
      );
      return cache.invalidateQueries();
    },
  });
  return (
    <Stack gap="sm">
      <ProblemNote fault={answer.error} />
      <Group gap="sm">
        <Button
          size="compact-md"
          loading={answer.isPending}
          onClick={() => answer.mutate(undefined)}
        >
          {t("charter.accept")}
        </Button>
        <Popover
          opened={reason !== null}
          onChange={(opened) => !opened && setReason(null)}
          width={320}
          trapFocus
          position="bottom-start"
        >
          <Popover.Target>
            <Button size="compact-md" variant="default" onClick={() => setReason("")}>
              {t("charter.decline")}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="sm">
              <Textarea
                label={t("charter.why")}
                autosize
                minRows={2}
                data-autofocus
                value={reason ?? ""}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Group justify="flex-end">
                <Button
                  size="compact-md"
                  color="red"
                  disabled={!reason?.trim()}
                  loading={answer.isPending}
                  onClick={() => answer.mutate(reason?.trim())}
                >
                  {t("charter.decline")}
                </Button>
              </Group>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </Group>
    </Stack>
  );
}
