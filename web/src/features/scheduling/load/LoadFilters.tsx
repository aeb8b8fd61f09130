import { Group, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { projectsQuery } from "@/features/delivery/delivery";
import { resourcesQuery } from "@/features/delivery/resources/resources";
import { ExportCsv } from "./ExportCsv";
import { PickOne } from "./PickOne";
import type { ResourcesView } from "./view";

interface Props {
  view: ResourcesView;
  onView: (change: Partial<ResourcesView>) => void;
  onExport: (() => void) | undefined;
}

/** Whose load is shown: by name, by what they work on, by their role and team. */
export function LoadFilters({ view, onView, onExport }: Props) {
  const { t } = useTranslation();
  const { products } = useProduct();
  const { data: projects } = useQuery(projectsQuery());
  const { data: everybody = [] } = useQuery(resourcesQuery());
  const roles = everybody.filter(({ type }) => type === "role");
  const teams = everybody.filter(({ type }) => type === "team");
  const pick = { view, onView };
  return (
    <Group gap="sm" mb="md">
      <TextInput
        size="xs"
        w={180}
        type="search"
        maxLength={100}
        leftSection={<IconSearch size={14} aria-hidden />}
        aria-label={t("load.find")}
        placeholder={t("load.find")}
        value={view.q ?? ""}
        onChange={({ currentTarget }) => onView({ q: currentTarget.value || undefined })}
      />
      <PickOne name="project" rows={projects?.items ?? []} {...pick} />
      <PickOne name="product" rows={products} {...pick} />
      <PickOne name="role" rows={roles} {...pick} />
      <PickOne name="team" rows={teams} {...pick} />
      {onExport && <ExportCsv onExport={onExport} />}
    </Group>
  );
}
