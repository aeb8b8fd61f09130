import { Checkbox, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportLinks } from "@/features/core/list/ExportLinks";
import { PersonSelect } from "@/features/core/PersonSelect";
import type { ProjectRaci } from "./projectRaci";
import { type RaciView, raciFilters } from "./projectRaci";

interface Props {
  projectId: string;
  people: ProjectRaci["people"];
  phases: readonly { id: string; title: string }[];
  view: RaciView;
  onView: (change: RaciView) => void;
  onAdd: ((member: string) => void) | undefined;
}

/** Which items the matrix shows, whom beside, and the way out of it. */
export function RaciTools({ projectId, people, phases, view, onView, onAdd }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(view.q ?? "");
  const search = useDebouncedCallback((q: string) => onView({ q: q || undefined }), 250);
  return (
    <Group gap="sm">
      <TextInput
        size="xs"
        aria-label={t("raci.search")}
        placeholder={t("raci.search")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={({ currentTarget: { value } }) => {
          setWords(value);
          search(value);
        }}
      />
      <Select
        size="xs"
        clearable
        searchable
        aria-label={t("raci.person")}
        placeholder={t("raci.person")}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={view.owner ?? null}
        onChange={(owner) => onView({ owner: owner ?? undefined })}
      />
      <Select
        size="xs"
        clearable
        searchable
        aria-label={t("raci.phase")}
        placeholder={t("raci.phase")}
        data={phases.map(({ id, title }) => ({ value: id, label: title }))}
        value={view.under ?? null}
        onChange={(under) => onView({ under: under ?? undefined })}
      />
      <Checkbox
        size="xs"
        label={t("raci.onlyGaps")}
        checked={view.gaps === true}
        onChange={({ currentTarget }) => onView({ gaps: currentTarget.checked || undefined })}
      />
      <Checkbox
        size="xs"
        label={t("raci.onlyOpen")}
        checked={view.open === true}
        onChange={({ currentTarget }) => onView({ open: currentTarget.checked || undefined })}
      />
      {onAdd && (
        <PersonSelect
          size="xs"
          aria-label={t("responsibility.addPerson")}
          placeholder={t("responsibility.addPerson")}
          value={null}
          onChange={(id) => id && onAdd(id)}
        />
      )}
      <ExportLinks
        path={`/projects/${projectId}/responsibilities/export`}
        query={raciFilters(view)}
        drawn
      />
    </Group>
  );
}
