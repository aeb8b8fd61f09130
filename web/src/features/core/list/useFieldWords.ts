import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/ui/list/types";
import { type Figures, useFigures } from "@/ui/words/figures";
import { isPerson, isReference, isTexts } from "./values";

export interface FieldWords {
  field: (field: Field) => string;
  option: (field: Field, value: string) => string;
  value: (field: Field, value: unknown) => string;
  figures: Figures;
  t: ReturnType<typeof useTranslation>["t"];
}

/** Fields, their options and values in words: ours where there is one, else as the server names them. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation();
  const figures = useFigures();
  return useMemo(() => wordsIn(t, i18n, figures), [t, i18n, figures]);
}

/** Where the word for a field stands: by its name, or by what this list calls it otherwise than its name says. */
function keyOf({ name, label }: Field): string {
  const plain = name.replaceAll("_", " ");
  const isUsual = label.toLowerCase() === plain || USUAL.has(name);
  return isUsual ? `field.${name}` : `label.${label.toLowerCase().replaceAll(/[^a-z]+/g, "_")}`;
}

/** Called otherwise than their names in every list. */
const USUAL = new Set(["created_at", "updated_at"]);

function wordsIn(
  t: FieldWords["t"],
  i18n: ReturnType<typeof useTranslation>["i18n"],
  figures: Figures,
): FieldWords {
  const known = (key: string, label: string) => (i18n.exists(key) ? t(key as "list.empty") : label);
  const option = (field: Field, value: string) => {
    const label = field.options.find((one) => one.value === value)?.label ?? value;
    return field.custom ? label : known(`list.option.${field.name}.${value}`, label);
  };
  const value = (field: Field, one: unknown): string => {
    if (one === null || one === undefined) return "";
    if (isReference(one)) return one.title || t("list.gone");
    if (isPerson(one)) return one.name || t("list.gone");
    if (isTexts(one)) return one.map((tag) => option(field, tag)).join(", ");
    if (typeof one === "boolean") return t(one ? "list.yes" : "list.no");
    if (typeof one === "number") return figures.number(one);
    if (field.type === "choice") return option(field, String(one));
    if (field.type === "date") return figures.date(String(one).slice(0, 10));
    if (field.type === "datetime") return figures.dateTime(String(one));
    return String(one);
  };
  return {
    field: (field) => (field.custom ? field.label : known(`list.${keyOf(field)}`, field.label)),
    option,
    value,
    figures,
    t,
  };
}
