import { Button, Group, List, Stack, Text, TextInput } from "@mantine/core";
import { modals } from "@mantine/modals";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "@/api/problem";
import { useFigures } from "@/ui/words/figures";
import { t } from "@/ui/words/words";
import type { Fields } from "./roadmap";

interface Broken {
  id: string;
  key: string;
  promised_to: string;
  due: string;
  words: string;
}

export const ASKED = ["window.reason_missing", "promise.would_break", "initiative.review_missing"];

/**
 * What the server asks for before it does an edit: why a committed window moves, whether promises are known to break,
 * why nobody needs to look at the outcome. Null where the person thinks better of it; undefined where it asks nothing.
 */
export async function askedFor(fault: unknown): Promise<Fields | null | undefined> {
  if (!(fault instanceof Problem) || !ASKED.includes(fault.code)) return undefined;
  const promises = (fault.extra.promises as Broken[] | undefined) ?? [];
  return new Promise((answer) => {
    const id = modals.open({
      title: t(`asking.${fault.code.replace(".", "_")}` as "asking.title"),
      onClose: () => answer(null),
      children: (
        <Question
          detail={fault.detail}
          promises={promises}
          onAnswer={(reason) => {
            answer(saidOf(fault.code, reason, promises));
            modals.close(id);
          }}
          onCancel={() => modals.close(id)}
        />
      ),
    });
  });
}

function saidOf(code: string, reason: string, promises: readonly Broken[]): Fields {
  if (code === "initiative.review_missing") return { no_review_reason: reason };
  return { reason, acknowledge: promises.map(({ id }) => id) };
}

interface Props {
  detail: string;
  promises: readonly Broken[];
  onAnswer: (reason: string) => void;
  onCancel: () => void;
}

function Question({ detail, promises, onAnswer, onCancel }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onAnswer(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {promises.length === 0 ? (
          <Text size="sm">{detail}</Text>
        ) : (
          <List size="sm" spacing="xs">
            {promises.map(({ id, key, promised_to, due, words }) => (
              <List.Item key={id}>
                <Text size="sm" fw={500}>
                  {t("promise.toBy", { name: promised_to, date: figures.date(due) })} ({key})
                </Text>
                {words && (
                  <Text size="sm" c="dimmed">
                    “{words}”
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        )}
        <TextInput
          label={t("asking.why")}
          value={reason}
          maxLength={300}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t("asking.leave")}
          </Button>
          <Button type="submit" color={promises.length > 0 ? "red" : undefined}>
            {promises.length > 0 ? t("asking.breakIt") : t("asking.goOn")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
