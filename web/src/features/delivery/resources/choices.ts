import type { Calendar } from "./resources";

interface Option {
  value: string;
  label: string;
}

/** Calendars to choose from: the project's own, then the workspace's; where all are of one kind, without headings. */
export function choicesOf(
  calendars: readonly Pick<Calendar, "id" | "title" | "project">[],
  workspace: string,
  project: string,
): (Option | { group: string; items: Option[] })[] {
  const groups = [
    { group: project, items: calendars.filter((one) => one.project).map(asOption) },
    { group: workspace, items: calendars.filter((one) => !one.project).map(asOption) },
  ].filter(({ items }) => items.length > 0);
  return groups.length > 1 ? groups : groups.flatMap(({ items }) => items);
}

const asOption = ({ id, title }: Pick<Calendar, "id" | "title">) => ({ value: id, label: title });
