import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "@/features/core/members";
import { conditionsOf } from "@/ui/list/state";
import type { Condition, Field } from "@/ui/list/types";
import { candidatesQuery } from "./lists";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

/** A condition in words: "Source is any of Interview, Data". */
export function useConditionWords(list: List): (condition: Condition) => string {
  const { t, i18n } = useTranslation();
  const words = useFieldWords();
  const asked = list.state.where.flatMap(conditionsOf).map(([name]) => list.byName.get(name));
  const { data: people = [] } = useQuery(peopleQuery);
  const kinds = [...new Set(asked.flatMap((field) => field?.of ?? []))];
  const read = useQueries({ queries: kinds.map((kind) => candidatesQuery(kind, "")) });
  const named = new Map(
    read.flatMap(({ data }) => data?.items ?? []).map(({ id, title }) => [id, title]),
  );
  const one = (field: Field, value: unknown): string => {
    if (value === "me") return t("list.me");
    if (field.type === "person") return people.find(({ id }) => id === value)?.name ?? "…";
    if (field.type === "reference") return named.get(String(value)) ?? "…";
    if (field.type === "tags") return words.option(field, String(value));
    const isDay = field.type === "date" || field.type === "datetime";
    if (isDay && String(value).startsWith("today"))
      return String(value).replace("today", t("list.today"));
    return words.value(isDay ? { ...field, type: "date" } : field, value);
  };
  return ([name, operator, value]) => {
    const field = list.byName.get(name);
    if (!field) return name;
    const how = i18n.exists(`list.operator.${operator}`)
      ? t(`list.operator.${operator}` as "list.operator.is")
      : operator;
    const what = Array.isArray(value)
      ? value.map((each) => one(field, each)).join(operator === "between" ? " – " : ", ")
      : value === undefined
        ? ""
        : one(field, value);
    return `${words.field(field)} ${how} ${what}`.trim();
  };
}
