import { Group, Select, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { List } from "@/features/core/list/useList";
import { BUILT_IN, type Field, type OnView, type RoadmapView } from "./view";

interface Props {
  list: List;
  hasThemes: boolean;
  view: RoadmapView;
  onView: OnView;
}

const QUIET = { size: "xs", comboboxProps: { width: 180 } } as const;

/** What the colours, columns and rows mean. */
export function RoadmapToolbar({ list, hasThemes, view, onView }: Props) {
  const { t } = useTranslation();
  const own = list.fields.flatMap(({ name, label, custom }) =>
    custom ? [{ value: name, label }] : [],
  );
  const builtIn = BUILT_IN.map((value) => ({ value, label: t(`roadmap.field.${value}`) }));
  const fields =
    own.length > 0
      ? [
          { group: t("roadmap.builtIn"), items: builtIn },
          { group: t("roadmap.ownFields"), items: own },
        ]
      : builtIn;
  const field = (name: "colour" | "columns" | "rows", first: Field | null) => (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" c="dimmed" aria-hidden>
        {t(`roadmap.${name}`)}
      </Text>
      <Select
        {...QUIET}
        w={130}
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
      {view.view === "timeline" && hasThemes && (
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
