import { MultiSelect, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { peopleQuery } from "@/features/core/members";
import { useDone } from "@/features/core/useDone";
import { workItemQuery } from "@/features/scheduling/plan";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import { circleQuery } from "./projectRaci";

const ROLES = ["consulted", "informed"] as const;
type Named = Record<(typeof ROLES)[number], string[]>;

/** Who is asked before and told after of a work item, beside its owner and those who work on it. */
export default function ItemCircle({ id }: PartProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data: circle } = useQuery(circleQuery(id));
  const { data: item } = useQuery(workItemQuery(id));
  const { data: people } = useQuery(peopleQuery);
  const save = useMutation({
    mutationFn: (said: Named) =>
      http.put(`/projects/${item?.project.id}/responsibilities`, {
        items: [{ item_id: id, version: circle?.version, ...said }],
      }),
    onSuccess: () => done(t("raci.saved")),
    onSettled: () => cache.invalidateQueries({ queryKey: ["project-raci"] }),
  });
  if (!circle || !item) return null;
  const ids = (role: keyof Named) => circle[role].map((one) => one.id);
  const told = save.isPending ? save.variables : undefined;
  const named: Named = told ?? { consulted: ids("consulted"), informed: ids("informed") };
  const set = (role: keyof Named, members: string[]) => {
    const other = role === "consulted" ? "informed" : "consulted";
    // A person holds one role: the one that was given last.
    const rest = named[other].filter((one) => !members.includes(one));
    save.mutate({ ...named, [role]: members, [other]: rest });
  };
  const known = [...(people ?? []), ...circle.consulted, ...circle.informed];
  const data = [...new Map(known.map(({ id, name }) => [id, name]))]
    .filter(([member]) => member !== item.owner?.id)
    .map(([value, label]) => ({ value, label }));
  const canEdit = circle.can.edit === true;
  if (!canEdit && named.consulted.length + named.informed.length === 0) return null;
  return (
    <Stack component="section" gap="xs" mb="md" aria-label={t("raci.circle")}>
      <Title order={2} fz="sm">
        {t("raci.circle")}
      </Title>
      {ROLES.map((role) =>
        canEdit ? (
          <MultiSelect
            key={role}
            size="xs"
            label={t(`raci.role.${role}`)}
            data={data}
            value={named[role]}
            onChange={(members) => set(role, members)}
            searchable
          />
        ) : (
          named[role].length > 0 && (
            <Text key={role} size="sm">
              {t(`raci.role.${role}`)}: {circle[role].map((one) => one.name).join(", ")}
            </Text>
          )
        ),
      )}
      <ProblemNote fault={save.error} />
    </Stack>
  );
}
