import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/session";

/** How this person's dates are written; the browser's way where there is no choice. */
export function useLocale(): string | undefined {
  return useQuery({ ...sessionQuery, enabled: false }).data?.person.locale || undefined;
}
