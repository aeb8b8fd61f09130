import { ActionIcon, Group, Select, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { type Initiative, type Roadmap, roadmapQuery } from "./roadmap";
import { useGraphDeeds } from "./useGraphDeeds";

interface Props {
  initiative: Initiative;
}

/** What it waits for, what waits for it, and what it contains. */
export function InitiativeGraph({ initiative }: Props) {
  const { t } = useTranslation();
  const { data: roadmap } = useQuery(roadmapQuery(initiative.product_id));
  const deeds = useGraphDeeds(initiative.product_id);
  if (!roadmap) return null;
  const canEdit = initiative.can.edit === true && initiative.archived_at === null;
  const { before, after, parts, free } = around(roadmap, initiative.id);
  return (
    <Stack gap="sm">
      <Named
        title={t("dependency.waitsFor")}
        rows={before}
        onRemove={canEdit ? deeds.part.mutate : undefined}
      />
      {canEdit && (
        <Select
          size="xs"
          w={280}
          searchable
          aria-label={t("dependency.add")}
          placeholder={t("dependency.add")}
          value={null}
          data={free.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
          onChange={(id) => id && deeds.join.mutate({ before: id, after: initiative.id })}
        />
      )}
      <Named title={t("dependency.leadsTo")} rows={after} />
      <Named title={t("initiative.parts")} rows={parts} />
    </Stack>
  );
}

interface NamedRow {
  link: string;
  initiative: Initiative;
}

interface NamedProps {
  title: string;
  rows: readonly NamedRow[];
  onRemove?: (link: string) => void;
}

function Named({ title, rows, onRemove }: NamedProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      {rows.map(({ link, initiative: { id, key, title: name } }) => (
        <Group key={link} gap="xs">
          <PeekLink kind="initiative" id={id} objectKey={key} fz="sm">
            {key} {name}
          </PeekLink>
          {onRemove && (
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t("dependency.remove", { name: key })}
              onClick={() => onRemove(link)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
    </section>
  );
}

function around({ initiatives, dependencies }: Roadmap, id: string) {
  const byId = new Map(initiatives.map((each) => [each.id, each]));
  const named = (link: string, end: string): NamedRow[] => {
    const initiative = byId.get(end);
    return initiative ? [{ link, initiative }] : [];
  };
  const before = dependencies.flatMap((each) =>
    each.after_id === id ? named(each.id, each.before_id) : [],
  );
  const after = dependencies.flatMap((each) =>
    each.before_id === id ? named(each.id, each.after_id) : [],
  );
  const parts = initiatives.flatMap((each) =>
    each.parent_id === id ? named(each.id, each.id) : [],
  );
  const taken = new Set([id, ...before.map(({ initiative }) => initiative.id)]);
  return { before, after, parts, free: initiatives.filter((each) => !taken.has(each.id)) };
}
