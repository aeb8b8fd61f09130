import { Button, Group, Modal, MultiSelect, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { peopleQuery } from "@/features/core/members";
import { PersonSelect } from "@/features/core/PersonSelect";
import { ROLES, type Role } from "@/features/core/raci/raci";
import { useDone } from "@/features/core/useDone";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import type { Holding, Sheet } from "./responsibilities";

const OTHERS = ["shares", "consulted", "informed"] as const;

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
  const [roles, setRoles] = useState<Record<Role, string[]>>(() => ({
    accountable: ids(own?.accountable),
    shares: ids(own?.shares),
    consulted: ids(own?.consulted),
    informed: ids(own?.informed),
  }));
  const { accountable } = roles;
  const [deputy, setDeputy] = useState<string | null>(own?.deputy?.id ?? null);
  const [from, setFrom] = useState<string | null>(own?.deputy_from ?? null);
  const [until, setUntil] = useState<string | null>(own?.deputy_until ?? null);
  const isProduct = sheet.subject.kind === "product";
  const name = t(`responsibility.function.${holding.function}`);
  const save = useMutation({
    mutationFn: () =>
      http.put<Sheet>(
        `/${sheet.subject.kind}s/${sheet.subject.id}/responsibilities/${holding.function}`,
        { ...roles, deputy_id: deputy, deputy_from: from, deputy_until: until },
        { version: sheet.version },
      ),
    onSuccess: async () => {
      void done(t("responsibility.saved", { function: name }));
      onClose();
      await cache.invalidateQueries({ queryKey: ["responsibilities"] });
    },
  });
  // A person holds one role in a function: the one that was given last.
  const give = (to: Role, ids: string[]) =>
    setRoles((before) => ({
      accountable: before.accountable.filter((id) => !ids.includes(id)),
      shares: before.shares.filter((id) => !ids.includes(id)),
      consulted: before.consulted.filter((id) => !ids.includes(id)),
      informed: before.informed.filter((id) => !ids.includes(id)),
      [to]: ids,
    }));
  const handOver = (to: string | null) => {
    setDeputy(to);
    if (to) return;
    setFrom(null);
    setUntil(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const held = ROLES.flatMap((role) => holding[role]);
  const choices = [...(people ?? []), ...held].map((one) => ({
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
            onChange={(ids) => give("accountable", ids)}
            searchable
            clearable
            openOnFocus={false}
            data-autofocus
          />
          {OTHERS.map((role) => (
            <MultiSelect
              key={role}
              label={t(`responsibility.${role}`)}
              description={role === "shares" ? undefined : t(`responsibility.${role}Means`)}
              data={data}
              value={roles[role]}
              onChange={(ids) => give(role, ids)}
              searchable
              clearable
            />
          ))}
          <PersonSelect
            label={t("responsibility.deputy")}
            value={deputy}
            onChange={handOver}
            disabled={accountable.length === 0}
          />
          {deputy && (
            <Group grow align="start">
              <DateField label={t("responsibility.from")} value={from} onChange={setFrom} />
              <DateField label={t("responsibility.until")} value={until} onChange={setUntil} />
            </Group>
          )}
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
