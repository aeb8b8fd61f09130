import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "@/features/core/members";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useFigures } from "@/ui/words/figures";
import type { Plan, WorkItem } from "../plan";
import { useDurationText } from "../useDurationText";

type Values = Record<string, unknown> | null;
type Say = (values: Record<string, unknown>) => string;

/** What a field of an item holds, in words. */
export function useFieldText(plan: Plan) {
  const { t } = useTranslation();
  const figures = useFigures();
  const duration = useDurationText();
  const { data: members } = useQuery(peopleQuery);
  const { byId: types } = useItemTypes();
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  const day = (at: unknown) => (typeof at === "string" ? figures.date(at) : t("scenario.nothing"));
  const says: Record<string, Say> = {
    duration: (values) =>
      values.type === "milestone" ? t("kind.milestone") : duration(Number(values.duration_minutes)),
    progress: (values) => figures.percent(Number(values.percent_complete) / 100),
    estimate: (values) =>
      values.likely_minutes === null
        ? t("scenario.nothing")
        : ["optimistic", "likely", "pessimistic"]
            .map((name) => duration(Number(values[`${name}_minutes`])))
            .join(" – "),
    constraint: (values) =>
      values.constraint_at === null
        ? String(values.constraint_kind)
        : `${String(values.constraint_kind)} ${day(values.constraint_at)}`,
    deadline: (values) => day(values.deadline),
    place: (values) =>
      typeof values.parent_id === "string"
        ? t("scenario.under", { name: titles.get(values.parent_id) ?? "" })
        : t("scenario.atTop"),
    by_hand: (values) =>
      values.manual === true
        ? `${day(values.manual_start)} – ${day(values.manual_finish)}`
        : t("scenario.automatic"),
    checklist: (values) =>
      (values.checklist as WorkItem["checklist"])
        .map(({ text, done }) => `${done ? "☑" : "☐"} ${text}`)
        .join(", ") || t("scenario.nothing"),
    item_type: (values) => types.get(String(values.item_type_id))?.title ?? t("itemTypes.plain"),
    owner: (values) =>
      members?.find(({ id }) => id === values.owner_id)?.name ?? t("scenario.nothing"),
  };
  return (field: string, values: Values): string => {
    if (!values) return t("scenario.nothing");
    const say = says[field];
    if (say) return say(values);
    const said = Object.values(values).filter((value) => value !== null && value !== "");
    return said.map((value) => plain(value)).join(", ") || t("scenario.nothing");
  };
}

const plain = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);
