import { Button, Group, Modal, MultiSelect, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { peopleQuery } from "@/features/core/members";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useDone } from "@/features/core/useDone";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import type { Holding, Sheet } from "./responsibilities";

interface Props {
  sheet: Sheet;
  holding: Holding;
  onClose: () => void;
}

/** Says who holds one function of an initiative, or of all that say nothing else of a product. */
export function HoldingForm({ sheet, holding, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data: people } = useQuery(peopleQuery);
  // What the product says is not this initiative's own: a form of its own begins empty.
  const own = holding.inherited ? undefined : holding;
  const [accountable, setAccountable] = useState(ids(own?.accountable));
  const [shares, setShares] = useState(ids(own?.shares));
  const [deputy, setDeputy] = useState<string | null>(own?.deputy?.id ?? null);
  const [until, setUntil] = useState<string | null>(own?.deputy_until ?? null);
  const isProduct = sheet.subject.kind === "product";
  const name = t(`responsibility.function.${holding.function}`);
  const save = useMutation({
    mutationFn: () =>
      http.put<Sheet>(
        `/${sheet.subject.kind}s/${sheet.subject.id}/responsibilities/${holding.function}`,
        { accountable, shares, deputy_id: deputy, deputy_until: until },
        { version: sheet.version },
      ),
    onSuccess: async () => {
      void done(t("responsibility.saved", { function: name }));
      onClose();
      await cache.invalidateQueries({ queryKey: ["responsibilities"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const choices = [...(people ?? []), ...holding.accountable, ...holding.shares].map((one) => ({
    value: one.id,
    label: one.name,
  }));
  const data = choices.filter(
    (one, at) => choices.findIndex(({ value }) => value === one.value) === at,
  );
  return (
    <Modal opened onClose={onClose} title={`${name} · ${sheet.subject.title}`} size="md">
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t(`responsibility.means.${holding.function}`)}
          </Text>
          {holding.inherited && (
            <Text size="sm">
              {t("responsibility.inheritedFrom", {
                people: holding.accountable.map((one) => one.name).join(", "),
              })}
            </Text>
          )}
          <MultiSelect
            label={t("responsibility.accountable")}
            description={
              accountable.length > 1
                ? t("responsibility.moreThanOne")
                : t("responsibility.accountableMeans")
            }
            data={data}
            value={accountable}
            onChange={setAccountable}
            searchable
            clearable
            openOnFocus={false}
            data-autofocus
          />
          <MultiSelect
            label={t("responsibility.shares")}
            data={data.filter(({ value }) => !accountable.includes(value))}
            value={shares.filter((id) => !accountable.includes(id))}
            onChange={setShares}
            searchable
            clearable
          />
          <Group grow align="start">
            <PersonSelect
              label={t("responsibility.deputy")}
              value={deputy}
              onChange={setDeputy}
              disabled={accountable.length === 0}
            />
            <DateField label={t("responsibility.until")} value={until} onChange={setUntil} />
          </Group>
          <ProblemNote fault={save.error} />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {isProduct ? t("responsibility.ofProduct") : t("responsibility.emptyMeans")}
            </Text>
            <Button type="submit" loading={save.isPending}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ids(people: Holding["accountable"] | undefined): string[] {
  return (people ?? []).map(({ id }) => id);
}
