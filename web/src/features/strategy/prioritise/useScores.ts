import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { OwnVersions } from "@/api/versions";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { rankingQuery } from "./queries";
import { type Estimate, type Ranking, type Score, scoreOf, type Voice } from "./types";

export interface Entry {
  subjectId: string;
  values: Record<string, Estimate | null>;
}

interface Edit {
  voice: Voice;
  entries: Entry[];
  /** What was done, for the toast that can take it back. */
  said?: string;
}

const ownVersions = new OwnVersions();

/** Writes scores: shown at once, ranked anew when the server has them, taken back with the reason when refused. */
export function useScores(cardId: string) {
  const cache = useQueryClient();
  const done = useDone();
  const { queryKey } = rankingQuery(cardId);
  return useMutation({
    mutationFn: async ({ voice, entries }: Edit) => {
      const seen = cache.getQueryData<Ranking>(queryKey);
      const body = entries.map(({ subjectId, values }) => {
        const ranked = seen?.items.find(({ subject }) => subject.id === subjectId);
        const version = (ranked && scoreOf(ranked, voice)?.version) ?? 0;
        return {
          subject_id: subjectId,
          values,
          version: ownVersions.current(`${voice}:${subjectId}`, version),
        };
      });
      const saved = await http.put<Score[]>(`/scorecards/${cardId}/scores`, {
        voice,
        entries: body,
      });
      for (const [index, score] of saved.entries()) {
        const sent = body[index];
        if (sent) {
          ownVersions.wrote(`${voice}:${sent.subject_id}`, sent.version, score.version);
        }
      }
      return saved;
    },
    // One after the other, so that the second edit stands on the version that the first one made.
    scope: { id: `scores:${cardId}` },
    meta: { unsent: t("kind.score") },
    retry: (_count, fault) => fault instanceof Problem && fault.isUnsent,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 30_000),
    onMutate: async ({ voice, entries }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData<Ranking>(queryKey);
      if (before) cache.setQueryData<Ranking>(queryKey, withEntries(before, voice, entries));
      return { before };
    },
    onSuccess: async (_saved, { said }) => {
      await cache.invalidateQueries({ queryKey });
      if (said) void done(said);
    },
    onError: (fault, _edit, context) => {
      toast.failed(fault.detail || fault.title);
      if (context?.before) cache.setQueryData(queryKey, context.before);
      void cache.invalidateQueries({ queryKey });
    },
  });
}

/** The ranking with the figures as they will be, in the order it has until the server ranks anew. */
export function withEntries(ranking: Ranking, voice: Voice, entries: readonly Entry[]): Ranking {
  const given = new Map(entries.map(({ subjectId, values }) => [subjectId, values]));
  return {
    ...ranking,
    items: ranking.items.map((ranked) => {
      const values = given.get(ranked.subject.id);
      if (!values) return ranked;
      const now = scoreOf(ranked, voice);
      const next: Record<string, Estimate> = { ...now?.values };
      for (const [name, estimate] of Object.entries(values)) {
        if (estimate) next[name] = estimate;
        else delete next[name];
      }
      const score: Score = {
        ...(now ?? BLANK),
        subject_id: ranked.subject.id,
        values: next,
      };
      return voice === "team" ? { ...ranked, team: score } : { ...ranked, mine: score };
    }),
  };
}

const BLANK: Score = { id: "", subject_id: "", values: {}, version: 0, by: null, at: "" };
