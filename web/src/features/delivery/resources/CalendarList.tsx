import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { EmptyState } from "@/ui/EmptyState";
import type { ListItem } from "@/ui/list/types";
import { countriesQuery } from "./resources";

const COLUMNS = [
  "title",
  "hours",
  "country",
  "exceptions",
  "projects",
  "resources",
  "work_items",
  "project",
];

/** The working times of the workspace and of every project; `add` makes another. */
export function CalendarList({ add }: { add: ReactNode }) {
  const { t } = useTranslation();
  const { data: countries } = useQuery(countriesQuery);
  const cells = useMemo(
    () => ({
      country: ({ fields: { country } }: ListItem) =>
        countries?.find(({ code }) => code === country)?.name ?? String(country ?? ""),
    }),
    [countries],
  );
  return (
    <ObjectList
      kind="calendar"
      columns={COLUMNS}
      cells={cells}
      empty={<EmptyState sentence={t("calendar.empty")} action={add} />}
    />
  );
}
