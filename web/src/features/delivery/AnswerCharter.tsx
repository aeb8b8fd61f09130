import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { DeclineButton } from "./DeclineButton";
import type { Charter } from "./delivery";

interface Props {
  charter: Charter;
}

/** Accept the agreement, or decline it with a reason; neither can be undone once the other side has read it. */
export function AnswerCharter({ charter }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { version } = charter;
  const answer = useMutation({
    mutationFn: (declined?: string) =>
      declined === undefined
        ? http.post<Charter>(`/charters/${charter.id}/acceptance`, undefined, { version })
        : http.post<Charter>(`/charters/${charter.id}/decline`, { reason: declined }, { version }),
    onSuccess: (answered) => {
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
        <DeclineButton
          label={t("charter.decline")}
          why={t("charter.why")}
          isPending={answer.isPending}
          onDecline={(reason) => answer.mutateAsync(reason)}
        />
      </Group>
    </Stack>
  );
}
