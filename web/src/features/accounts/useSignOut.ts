import { useMutation } from "@tanstack/react-query";
import { http } from "@/api/http";

export function useSignOut() {
  return useMutation({
    mutationFn: () => http.delete<void>("/session"),
    // A whole load, so that nothing this person saw stays in memory.
    onSuccess: () => window.location.assign("/sign-in"),
  });
}
