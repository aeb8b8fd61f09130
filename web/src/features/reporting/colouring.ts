import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fieldsQuery } from "@/features/core/list/lists";
import { SHARE_FIELDS } from "./shares";

/** What a roadmap can be coloured by, with the field that must be shown for it. */
const COLOURING = {
  status: "status",
  horizon: "horizon",
  owner: "owner",
  theme: "theme",
  container: "container",
  chance: "forecast",
  effort: "effort",
  period: "window",
} as const;

export interface Choice {
  value: string;
  label: string;
}

/** Every field that readers of a product's roadmap can be shown, those that people added too. */
export function useShownFields(productId: string): Choice[] {
  const { t } = useTranslation();
  const own = useOwnFields(productId);
  return [
    ...SHARE_FIELDS.roadmap.map((value) => ({ value, label: t(`share.field.${value}`) })),
    ...own,
  ];
}

/** What a roadmap that shows these fields can be coloured by; a colour tells its field. */
export function useColours(productId: string, fields: readonly string[]): Choice[] {
  const { t } = useTranslation();
  const own = useOwnFields(productId);
  const builtIn = (Object.keys(COLOURING) as (keyof typeof COLOURING)[])
    .filter((name) => fields.includes(COLOURING[name]))
    .map((value) => ({ value, label: t(`roadmap.field.${value}`) }));
  return [
    { value: "", label: t("roadmap.field.lane") },
    ...builtIn,
    ...own.filter(({ value }) => fields.includes(value)),
  ];
}

function useOwnFields(productId: string): Choice[] {
  const { data } = useQuery({
    ...fieldsQuery("initiative", productId),
    enabled: productId !== "",
  });
  const fields = data?.fields ?? [];
  return fields.flatMap(({ name, label, custom }) => (custom ? [{ value: name, label }] : []));
}
