import { Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { resourcesQuery } from "@/features/delivery/resources/resources";
import type { People, TemplateRole } from "./templates";

interface Props {
  roles: readonly TemplateRole[];
  people: People;
  projectId?: string;
  onChange: (people: People) => void;
}

/** Who fills each role of a template. */
export function RoleFields({ roles, people, projectId, onChange }: Props) {
  const { t } = useTranslation();
  const { data: everybody = [] } = useQuery(resourcesQuery(projectId));
  if (roles.length === 0) return null;
  return (
    <Stack gap="xs" role="group" aria-label={t("template.roles")}>
      <Text size="sm" fw={600}>
        {t("template.roles")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {roles.map(({ id, name }) => (
          <Select
            key={id}
            size="xs"
            searchable
            clearable
            label={name}
            placeholder={t("person.none")}
            data={everybody.map((one) => ({ value: one.id, label: one.title }))}
            value={people[id] ?? null}
            onChange={(resource) => onChange({ ...people, [id]: resource })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
