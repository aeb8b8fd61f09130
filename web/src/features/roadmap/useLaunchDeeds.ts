import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { type Launch, type LaunchStep, launchQuery, type Review } from "./launches";

interface Deed {
  run: () => Promise<unknown>;
  said: string;
  /** How the launch will look, shown before the answer. */
  shown?: Launch;
}

/** What is done about a launch: each shown at once when it is done, or refused with the reason. */
export function useLaunchDeeds(launch: Launch) {
  const cache = useQueryClient();
  const done = useDone();
  const deed = useMutation({
    mutationFn: ({ run }: Deed) => run(),
    onMutate: ({ shown }) => {
      if (shown) cache.setQueryData<Launch>(launchQuery(launch.id).queryKey, shown);
    },
    onSuccess: (_answer, { said }) => {
      void done(said);
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: async () => {
      await cache.invalidateQueries(launchQuery(launch.id));
      await cache.invalidateQueries({ queryKey: ["launches"] });
    },
  });
  const path = `/launches/${launch.id}`;
  const { version } = launch;
  const act = (said: string, run: () => Promise<unknown>, shown?: Launch) =>
    deed.mutate({ said, run, shown });
  const checked = (step: LaunchStep, done: boolean): Launch => {
    const done_on = done ? new Intl.DateTimeFormat("sv").format(new Date()) : null;
    const steps = launch.steps.map((each) => (each.id === step.id ? { ...each, done_on } : each));
    return { ...launch, steps };
  };
  return {
    isPending: deed.isPending,
    edit: (fields: object, said: string) => act(said, () => http.patch(path, fields, { version })),
    addStep: (fields: object, said: string) => act(said, () => http.post(`${path}/steps`, fields)),
    check: (step: LaunchStep, done: boolean, said: string) =>
      act(
        said,
        () => http.patch(`/launch-steps/${step.id}`, { done }, { version: step.version }),
        checked(step, done),
      ),
    editStep: (step: LaunchStep, fields: object, said: string) =>
      act(said, () => http.patch(`/launch-steps/${step.id}`, fields, { version: step.version })),
    removeStep: (step: LaunchStep, said: string) =>
      act(said, () =>
        http.post(`/launch-steps/${step.id}/archival`, {}, { version: step.version }),
      ),
    decide: (verdict: "go" | "no_go", reason: string, said: string) =>
      act(said, () => http.post(`${path}/decisions`, { verdict, reason })),
    release: (on: string, said: string) =>
      act(said, () => http.post(`${path}/release`, { on }, { version })),
    conclude: (review: Review, fields: object, said: string) =>
      act(said, () =>
        http.patch(`/outcome-reviews/${review.id}`, fields, { version: review.version }),
      ),
  };
}

export type LaunchDeeds = ReturnType<typeof useLaunchDeeds>;
