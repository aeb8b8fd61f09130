import { Button, Group, Modal, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useKindWord } from "@/ui/kinds";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PeekTarget } from "@/ui/shell/search";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { ReminderFields, type Wish } from "./ReminderFields";
import { momentOf, type Reminder } from "./reminders";
import { useRemind } from "./useRemind";

/** Asks to be reminded of the object that the address names. */
export function RemindModal() {
  const { target, close } = useRemind();
  if (!target) return null;
  return <RemindForm key={`${target.kind}:${target.id}`} target={target} onClose={close} />;
}

function RemindForm({ target, onClose }: { target: PeekTarget; onClose: () => void }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const kindWord = useKindWord();
  const cache = useQueryClient();
  const [wish, setWish] = useState<Wish>(() => ({ ...momentOf("tomorrow", new Date()), note: "" }));
  const save = useMutation({
    mutationFn: () =>
      http.post<Reminder>("/reminders", { kind: target.kind, object_id: target.id, ...wish }),
    onSuccess: (made) => {
      toast.done(t("reminder.made", { when: figures.dateTime(made.at) }));
      void cache.invalidateQueries({ queryKey: ["reminder"] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("reminder.of", { kind: kindWord(target.kind).toLowerCase() })}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <ReminderFields wish={wish} onWish={setWish} />
          <ProblemNote fault={save.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t("reminder.verb")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
