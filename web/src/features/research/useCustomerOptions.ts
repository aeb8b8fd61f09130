import { useQuery } from "@tanstack/react-query";
import { customersQuery } from "./queries";

/** The customers as a select takes them. */
export function useCustomerOptions(): { value: string; label: string }[] {
  const { data } = useQuery(customersQuery);
  return (data ?? []).map(({ id, title }) => ({ value: id, label: title }));
}
