import { Group, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { STATUSES, type Status } from "./roadmap";
import { FIELDS, type Field, type OnView, type RoadmapView } from "./view";

interface Props {
  view: RoadmapView;
  onView: OnView;
}

const QUIET = { size: "xs", w: 150, comboboxProps: { width: 180 } } as const;

/** What is shown, and what the colours, columns and rows mean. */
export function RoadmapToolbar({ view, onView }: Props) {
  const { t } = useTranslation();
  const search = useDebouncedCallback((q: string) => onView({ q: q || undefined }), 250);
  const fields = FIELDS.map((value) => ({ value, label: t(`roadmap.field.${value}`) }));
  const field = (name: "colour" | "columns" | "rows", first: Field | null) => (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" c="dimmed" aria-hidden>
        {t(`roadmap.${name}`)}
      </Text>
      <Select
        {...QUIET}
        w={120}
        aria-label={t(`roadmap.${name}`)}
        placeholder={t("roadmap.noRows")}
        clearable={name === "rows"}
        allowDeselect={false}
        data={fields}
        value={view[name] ?? first}
        onChange={(value) => onView({ [name]: value ?? undefined })}
      />
    </Group>
  );
  return (
    <>
      <TextInput
        size="xs"
        w={180}
        aria-label={t("roadmap.filter")}
        placeholder={t("roadmap.filter")}
        defaultValue={view.q ?? ""}
        leftSection={<IconSearch size={14} aria-hidden />}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <Select
        {...QUIET}
        w={130}
        aria-label={t("initiative.status")}
        placeholder={t("roadmap.anyStatus")}
        clearable
        data={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        value={view.status ?? null}
        onChange={(status) => onView({ status: (status as Status | null) ?? undefined })}
      />
      {view.view === "board" && field("columns", "status")}
      {view.view === "board" && field("rows", null)}
      {view.view !== "table" && view.view !== "goals" && field("colour", "lane")}
    </>
  );
}
