import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { ObjectRef } from "@/api/types";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import type { Choice } from "./linkTypes";

export type Link = Schemas["LinkOut"];

/** One end of a link as the server takes it. */
export type End = Pick<ObjectRef, "kind" | "id">;

export function linksQuery({ kind, id }: End) {
  return queryOptions({
    queryKey: ["links", kind, id],
    queryFn: ({ signal }) => http.get<Link[]>("/links", { query: { kind, id }, signal }),
  });
}

/** The other end of a link, and whether the sentence reads from this object to it. */
export function otherEnd(link: Link, id: string) {
  const isForward = link.source.id === id;
  return { isForward, other: (isForward ? link.target : link.source) as ObjectRef };
}

interface Wish {
  choice: Choice;
  other: End;
}

export function useMakeLink(object: End, said: (made: Link) => string) {
  const refresh = useRefresh();
  const done = useDone();
  return useMutation({
    mutationFn: ({ choice, other }: Wish) => {
      const ends = choice.direction === "forward" ? [object, other] : [other, object];
      const [source, target] = ends.map((end) => ({ kind: end?.kind, id: end?.id }));
      return http.post<Link>("/links", { type: choice.type, source, target });
    },
    onSuccess: (made) => {
      void done(said(made));
      return refresh();
    },
  });
}

export function useRemoveLink(said: (removed: Link) => string) {
  const refresh = useRefresh();
  const done = useDone();
  return useMutation({
    mutationFn: async (link: Link) => {
      await http.delete<void>(`/links/${link.id}`);
      return link;
    },
    onSuccess: (removed) => {
      void done(said(removed));
      return refresh();
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
}

/** A link is a step of the throughline and closes or opens gaps. */
function useRefresh(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all(
      ["links", "throughline", "gaps"].map((key) => cache.invalidateQueries({ queryKey: [key] })),
    );
  };
}
