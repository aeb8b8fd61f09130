import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnFields } from "@/features/core/list/OwnFields";
import { ObjectMenu } from "@/features/throughline/ObjectMenu";
import { indented } from "@/timeline/geometry/indented";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { Notes } from "../Notes";
import { useDurationText } from "../useDurationText";
import { LeftOut } from "./LeftOut";
import { RoleFields } from "./RoleFields";
import { StartProject } from "./StartProject";
import { proposed, type Template, templateQuery } from "./templates";

/** A template: what it makes, its roles and who is proposed for them. */
export default function TemplatePeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const [isStarting, setStarting] = useState(false);
  const { data: template, error } = useQuery(templateQuery(id));
  const save = useSave<Template>(["plan_template", id], `/plan-templates/${id}`, template?.key);
  if (error && !template) return <ErrorState title={error.title} detail={error.detail} />;
  if (!template) return <LoadingState rows={4} />;
  const canEdit = template.can.edit === true && template.archived_at === null;
  const set = (fields: Partial<Template>) => save.mutate({ seen: template, fields });
  return (
    <Stack gap="md" p="md">
      <Group gap="xs">
        <KindIcon kind="plan_template" />
        <KeyBadge value={template.key} />
        {template.taken_from && (
          <PeekLink
            kind="project"
            id={template.taken_from.id}
            objectKey={template.taken_from.key}
            fz="sm"
            c="dimmed"
          >
            {t("template.from", { name: template.taken_from.title })}
          </PeekLink>
        )}
        <ObjectMenu object={template} path={`/plan-templates/${id}`} place="page" />
      </Group>
      <InlineTitle value={template.title} canEdit={canEdit} onSave={(title) => set({ title })} />
      <Text size="sm" c="dimmed">
        {t("template.size", { count: template.item_count, days: template.span_days + 1 })}
      </Text>
      <LeftOut said={t("template.notKept")} left={template.left_out} />
      <Notes value={template.note} canEdit={canEdit} onSave={(note) => set({ note })} />
      <OwnFields object={template} />
      {template.archived_at === null && (
        <Button w="fit-content" onClick={() => setStarting(true)}>
          {t("template.startOpen")}
        </Button>
      )}
      {canEdit && (
        <RoleFields
          roles={template.roles}
          people={proposed(template.roles)}
          onChange={(people) =>
            set({
              roles: template.roles.map((role) => ({
                ...role,
                resource_id: people[role.id] ?? null,
              })),
            })
          }
        />
      )}
      <Title order={2} fz="sm">
        {t("template.items")}
      </Title>
      <Table fz="xs" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>#</Table.Th>
            <Table.Th>{t("rows.item")}</Table.Th>
            <Table.Th>{t("item.duration")}</Table.Th>
            <Table.Th>{t("template.after")}</Table.Th>
            <Table.Th>{t("template.roles")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {template.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item of a template is its number.
            <Table.Tr key={index}>
              <Table.Td>{index + 1}</Table.Td>
              <Table.Td
                pl={8 + indented(item.level - 1, 12, 100)}
                fw={item.type === "summary" ? 600 : 400}
              >
                {item.title}
              </Table.Td>
              <Table.Td>{item.type === "task" && durationText(item.duration_minutes)}</Table.Td>
              <Table.Td>{item.after.join(", ")}</Table.Td>
              <Table.Td>{item.roles.join(", ")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isStarting && <StartProject template={template} onClose={() => setStarting(false)} />}
    </Stack>
  );
}
