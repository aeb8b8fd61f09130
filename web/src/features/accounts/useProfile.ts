import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { type Session, sessionQuery } from "@/api/session";

export type Profile = Partial<
  Pick<Session["person"], "name" | "theme" | "perspective" | "locale" | "plan_columns">
>;

/** Changes the signed-in person, shown at once and taken back if the server refuses. */
export function useProfile() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (profile: Profile) => http.patch<unknown>("/me", profile),
    onMutate: (profile) => {
      const before = cache.getQueryData(sessionQuery.queryKey);
      if (before) {
        const person = { ...before.person, ...profile };
        cache.setQueryData(sessionQuery.queryKey, { ...before, person });
      }
      return { before };
    },
    onError: (_fault, _profile, context) => {
      if (context?.before) cache.setQueryData(sessionQuery.queryKey, context.before);
    },
  });
}
