import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { DiscoverView, FilterName } from "./discover";
import { customersQuery } from "./queries";

/** A set filter in words: "Source: Interview". */
export function useFilterWord(): (name: FilterName, view: DiscoverView) => string {
  const { t } = useTranslation();
  const { data: customers } = useQuery(customersQuery);
  return (name, view) => {
    const values: Record<FilterName, string | undefined> = {
      tag: view.tag,
      source: view.source && t(`source.${view.source}`),
      customer: customers?.find(({ id }) => id === view.customer)?.title,
      status: view.status && t(`status.${view.status}`),
      archived: undefined,
    };
    const value = values[name];
    return value ? `${t(`filter.${name}`)}: ${value}` : t(`filter.${name}`);
  };
}
