import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Change, Page, PersonRef, RichNode } from "@/api/types";
import type { Subject } from "@/features/core/activity";

export const SIGNS = ["agree", "celebrate", "thank", "look", "doubt", "disagree"] as const;
export type Sign = (typeof SIGNS)[number];

export interface Reaction {
  sign: Sign;
  count: number;
  mine: boolean;
  names: string[];
}

export interface Comment {
  id: string;
  version: number;
  kind: string;
  object_id: string;
  parent_id: string | null;
  by: PersonRef | null;
  at: string;
  edited_at: string | null;
  removed: boolean;
  body: RichNode;
  resolved: { by: PersonRef | null; at: string } | null;
  reactions: Reaction[];
  replies: Comment[];
  can: { edit: boolean; remove: boolean; resolve: boolean };
}

/** A change; with the thread that it began, where it began one. */
export interface StreamItem {
  change: Change;
  thread: Comment | null;
}

export interface Watch {
  on: boolean;
  why: "said_so" | "commented" | "mentioned" | "owner" | "author" | null;
  others: number;
}

export function streamQuery({ kind, id }: Subject) {
  return infiniteQueryOptions({
    queryKey: ["talk", kind, id],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<StreamItem>>(`/objects/${kind}/${id}/activity`, {
        query: { cursor: pageParam, limit: 30 },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function watchQuery({ kind, id }: Subject) {
  return queryOptions({
    queryKey: ["watch", kind, id],
    queryFn: ({ signal }) => http.get<Watch>(`/objects/${kind}/${id}/watch`, { signal }),
  });
}

/** Whom one may mention where this object is talked about. */
export function mentionable({ kind, id }: Subject, q: string): Promise<PersonRef[]> {
  return http.get<PersonRef[]>(`/objects/${kind}/${id}/people`, { query: { q } });
}

export function useWatch(subject: Subject) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) =>
      http.put<Watch>(`/objects/${subject.kind}/${subject.id}/watch`, { on }),
    onSuccess: (watch) => cache.setQueryData(watchQuery(subject).queryKey, watch),
  });
}

/** What one can do to talk; everything refreshes the stream, which says how it came out. */
export function useTalk(subject: Subject) {
  const cache = useQueryClient();
  const onSettled = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: streamQuery(subject).queryKey }),
      cache.invalidateQueries({ queryKey: watchQuery(subject).queryKey }),
    ]);
  const say = useMutation<Comment, Problem, { body: RichNode; parentId?: string }>({
    mutationFn: ({ body, parentId }) =>
      http.post(`/objects/${subject.kind}/${subject.id}/comments`, { body, parent_id: parentId }),
    onSettled,
  });
  const reword = useMutation<Comment, Problem, { comment: Comment; body: RichNode }>({
    mutationFn: ({ comment, body }) =>
      http.patch(`/comments/${comment.id}`, { body }, { version: comment.version }),
    onSettled,
  });
  const react = useMutation<Comment, Problem, { comment: Comment; sign: Sign; on: boolean }>({
    mutationFn: ({ comment, sign, on }) => {
      const path = `/comments/${comment.id}/reactions/${sign}`;
      return on ? http.put(path, undefined) : http.delete(path);
    },
    onSettled,
  });
  const mark = useMutation<
    Comment,
    Problem,
    { comment: Comment; as: "removal" | "resolution"; on: boolean }
  >({
    mutationFn: ({ comment, as, on }) => {
      const path = `/comments/${comment.id}/${as}`;
      const seen = { version: comment.version };
      return on ? http.post(path, undefined, seen) : http.delete(path, seen);
    },
    onSettled,
  });
  return { say, reword, react, mark };
}
