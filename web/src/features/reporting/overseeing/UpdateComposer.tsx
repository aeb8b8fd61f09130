import { Button, Group, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { deliveryQuery, SAID, type Said, type Update, updatesQuery } from "./overseeing";

interface Props {
  initiativeId: string;
  onClose: () => void;
}

/** Says how it goes. What was said is never edited, so there is nothing to take back: the next update says better. */
export function UpdateComposer({ initiativeId, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [health, setHealth] = useState<Said>("on_track");
  const [words, setWords] = useState("");
  const say = useMutation({
    mutationFn: () =>
      http.post<Update>(`/initiatives/${initiativeId}/updates`, { health, words: words.trim() }),
    onSuccess: async () => {
      void cache.invalidateQueries({ queryKey: ["home"] });
      void cache.invalidateQueries({ queryKey: ["inbox"] });
      // Both stand on this page and tell of the same: neither may still say what was before.
      await Promise.all(
        [updatesQuery(initiativeId), deliveryQuery(initiativeId)].map(({ queryKey }) =>
          cache.invalidateQueries({ queryKey }),
        ),
      );
      toast.done(t("update.said"));
      onClose();
    },
  });
  return (
    <Stack
      component="form"
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t("update.health")}
        value={health}
        data={SAID.map((value) => ({ value, label: t(`health.${value}`) }))}
        onChange={(value) => setHealth(value as Said)}
      />
      <Textarea
        size="sm"
        label={t("update.words")}
        description={t("update.wordsMean")}
        autosize
        minRows={2}
        maxLength={10_000}
        data-autofocus
        required={health !== "on_track"}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ProblemNote fault={say.error} />
      <Group gap="sm">
        <Button type="submit" size="xs" loading={say.isPending}>
          {t("update.say")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
      </Group>
    </Stack>
  );
}
