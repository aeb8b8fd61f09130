import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { signOffQuery } from "./queries";
import classes from "./SignOff.module.css";
import type { SignOff, Word } from "./types";

interface Props {
  path: string;
  id: string;
  signOff: SignOff;
}

/** The answer of somebody who is asked: agree, agree with a reservation, or object. */
export function GiveVerdict({ path, id, signOff }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [text, setText] = useState("");
  const give = useMutation({
    mutationFn: (word: Word) =>
      http.post<SignOff>(`${path}/verdict`, {
        word,
        text: text.trim(),
        content_hash: signOff.content_hash,
      }),
    onSuccess: (next) => {
      cache.setQueryData(signOffQuery(path, id).queryKey, next);
      void cache.invalidateQueries({ queryKey: ["stakeholder", "list"] });
      // No undo to offer: a later word replaces it and both stay to be read.
      toast.done(t("signOff.given"));
    },
  });
  const bare = text.trim() === "";
  return (
    <Stack gap="xs" className={classes.give}>
      <Text size="sm" fw={500}>
        {t("signOff.yours")}
      </Text>
      <Textarea
        aria-label={t("signOff.reason")}
        placeholder={t("signOff.reason")}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote fault={give.error} />
      <Group gap="xs">
        <Button size="xs" loading={give.isPending} onClick={() => give.mutate("agree")}>
          {t("signOff.agree")}
        </Button>
        {(["reservation", "objection"] as const).map((word) => (
          <Button
            key={word}
            size="xs"
            variant="default"
            disabled={bare}
            title={bare ? t("signOff.sayWhy") : undefined}
            onClick={() => give.mutate(word)}
          >
            {t(`signOff.${word}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
