import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { DeclineButton } from "../DeclineButton";
import { type Amendment, SIDES } from "./amendments";

type Answer = { signature: { side: string } } | { decline: { reason: string } };

/** Sign for one's side, or decline and say why. */
export function AnswerAmendment({ amendment }: { amendment: Amendment }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { can, version, key } = amendment;
  const answer = useMutation({
    mutationFn: (said: Answer) => {
      const [name, body] = Object.entries(said)[0] as [string, unknown];
      return http.post<Amendment>(`/charter-amendments/${amendment.id}/${name}`, body, { version });
    },
    onSuccess: (answered) => {
      const word = answered.state === "agreed" ? "amendment.didSign" : "amendment.didDecline";
      toast.done(t(word, { name: key }));
      return cache.invalidateQueries();
    },
  });
  // Whoever has signed and can sign for nobody else takes back what is theirs.
  const sides = SIDES.filter((side) => can[`sign_${side}`]);
  if (sides.length === 0 && !can.decline) return null;
  return (
    <Stack gap="xs">
      <ProblemNote fault={answer.error} />
      <Group gap="sm">
        {sides.map((side) => (
          <Button
            key={side}
            size="compact-md"
            loading={answer.isPending}
            onClick={() => answer.mutate({ signature: { side } })}
          >
            {t("amendment.sign", { side: t(`amendment.sideOf.${side}`) })}
          </Button>
        ))}
        {can.decline && (
          <DeclineButton
            label={t(sides.length > 0 ? "amendment.decline" : "amendment.withdraw")}
            why={t(sides.length > 0 ? "amendment.why" : "amendment.withdrawWhy")}
            isPending={answer.isPending}
            onDecline={(reason) => answer.mutateAsync({ decline: { reason } })}
          />
        )}
      </Group>
    </Stack>
  );
}
