import { useQuery } from "@tanstack/react-query";
import { customersQuery } from "./queries";
import type { Customer } from "./types";

interface Option {
  value: string;
  label: string;
}

/** The customers as a select takes them. */
export function useCustomerOptions(): Option[] {
  return useOptions(() => true);
}

/** Those of them to which people can belong. */
export function useCompanyOptions(): Option[] {
  return useOptions(({ type }) => type === "company");
}

function useOptions(fits: (customer: Customer) => boolean): Option[] {
  const { data } = useQuery(customersQuery);
  return (data ?? []).filter(fits).map(({ id, title }) => ({ value: id, label: title }));
}
