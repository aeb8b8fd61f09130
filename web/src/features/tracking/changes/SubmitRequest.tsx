import { ActionIcon, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { PersonSelect } from "@/features/core/PersonSelect";
import { ProblemNote } from "@/ui/ProblemNote";
import { type ChangeRequest, requestQuery } from "./requests";

interface Asked {
  place: number;
  member: string | null;
  deputy: string | null;
}

const FIRST: Asked = { place: 1, member: null, deputy: null };

/** Name those who are to approve, one after the other. */
export function SubmitRequest({ request }: { request: ChangeRequest }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<Asked[]>([FIRST]);
  const submit = useMutation({
    mutationFn: () =>
      http.post<ChangeRequest>(
        `/change-requests/${request.id}/submission`,
        {
          approvers: asked.map(({ member, deputy }) => ({ member_id: member, deputy_id: deputy })),
        },
        { version: request.version },
      ),
    onSuccess: (found) => {
      setOpened(false);
      cache.setQueryData(requestQuery(request.id).queryKey, found);
    },
  });
  const set = (place: number, change: Partial<Asked>) =>
    setAsked(asked.map((one) => (one.place === place ? { ...one, ...change } : one)));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit.mutate();
  };
  return (
    <>
      <Button size="xs" mt="sm" onClick={() => setOpened(true)}>
        {t("request.submit")}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("request.submitTitle", { name: request.key })}
      >
        <form onSubmit={onSubmit}>
          <Stack gap="md">
            <Text size="sm">{t("request.submitLead")}</Text>
            {asked.map(({ place, member, deputy }, index) => (
              <Group key={place} wrap="nowrap" align="end">
                <PersonSelect
                  label={t("request.approver", { number: index + 1 })}
                  required
                  value={member}
                  onChange={(next) => set(place, { member: next })}
                />
                <PersonSelect
                  label={t("request.deputy")}
                  value={deputy}
                  onChange={(next) => set(place, { deputy: next })}
                />
                {asked.length > 1 && (
                  <ActionIcon
                    variant="subtle"
                    aria-label={t("request.removeApprover", { number: index + 1 })}
                    onClick={() => setAsked(asked.filter((one) => one.place !== place))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </Group>
            ))}
            <ProblemNote fault={submit.error} />
            <Group justify="space-between">
              <Button
                variant="subtle"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() =>
                  setAsked([...asked, { ...FIRST, place: (asked.at(-1)?.place ?? 0) + 1 }])
                }
              >
                {t("request.addApprover")}
              </Button>
              <Button
                type="submit"
                loading={submit.isPending}
                disabled={asked.some(({ member }) => !member)}
              >
                {t("request.submit")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
