import { Button, Group, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { type Grant, OBJECT_ROLES, type ObjectRole, type RoleKind, rolesQuery } from "./roles";

interface Props {
  kind: RoleKind;
  id: string;
}

/** Give somebody a role; one person may hold several. */
export function GiveRole({ kind, id }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const form = useForm({
    initialValues: { member_id: null as string | null, role: "contributor" as ObjectRole },
  });
  const give = useMutation({
    mutationFn: (values: typeof form.values) => http.post<Grant>("/roles", { kind, id, ...values }),
    onSuccess: (made) => {
      form.reset();
      void done(t("role.given", { name: made.member.name, role: t(`role.${made.role}`) }));
      return cache.invalidateQueries(rolesQuery(kind, id));
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => give.mutate(values))}>
      <Group gap="sm" align="end">
        <PersonSelect
          label={t("role.who")}
          required
          flex={1}
          value={form.values.member_id}
          onChange={(memberId) => form.setFieldValue("member_id", memberId)}
        />
        <Select
          label={t("role.which")}
          allowDeselect={false}
          data={OBJECT_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          {...form.getInputProps("role")}
        />
        <Button type="submit" loading={give.isPending} disabled={!form.values.member_id}>
          {t("role.give")}
        </Button>
      </Group>
      <ProblemNote fault={give.error} />
    </form>
  );
}
