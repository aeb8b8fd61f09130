import { Group, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { themesQuery } from "@/features/core/themes";
import { STATUSES, type Status } from "./roadmap";
import { FIELDS, type Field, type OnView, type RoadmapView } from "./view";

interface Props {
  productId: string;
  view: RoadmapView;
  onView: OnView;
}

const QUIET = { size: "xs", w: 150, comboboxProps: { width: 180 } } as const;

/** What is shown, and what the colours, columns and rows mean. */
export function RoadmapToolbar({ productId, view, onView }: Props) {
  const { t } = useTranslation();
  const { data: themes = [] } = useQuery(themesQuery(productId));
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
      {themes.length > 0 && (
        <Select
          {...QUIET}
          w={140}
          aria-label={t("kind.theme")}
          placeholder={t("roadmap.anyTheme")}
          clearable
          data={[
            ...themes.map(({ key, title }) => ({ value: key, label: title })),
            { value: "none", label: t("theme.none") },
          ]}
          value={view.theme ?? null}
          onChange={(theme) => onView({ theme: theme ?? undefined })}
        />
      )}
      {view.view === "timeline" && themes.length > 0 && (
        <Select
          {...QUIET}
          w={110}
          aria-label={t("roadmap.lanesBy")}
          allowDeselect={false}
          data={[
            { value: "lane", label: t("roadmap.ownLanes") },
            { value: "theme", label: t("roadmap.byTheme") },
          ]}
          value={view.rows === "theme" ? "theme" : "lane"}
          onChange={(rows) => onView({ rows: rows === "theme" ? "theme" : undefined })}
        />
      )}
      {view.view === "board" && field("columns", "status")}
      {view.view === "board" && field("rows", null)}
      {view.view !== "table" && view.view !== "goals" && field("colour", "lane")}
    </>
  );
}
