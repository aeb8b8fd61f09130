import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ErrorState } from "@/ui/ErrorState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNote } from "@/ui/ProblemNote";
import { SoughtAnswer } from "../answers/SoughtAnswer";
import { LevellingForm } from "./LevellingForm";
import { type Levelling, type LevellingIn, type LevellingView, levellingQuery } from "./levelling";
import { ProposalView } from "./ProposalView";

interface Props {
  view: LevellingView;
  onView: (change: LevellingView) => void;
}

/** Levelling: ask for it, watch it, look at what it would do, apply it or throw it away. */
export function LevellingPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data: open, error } = useQuery({
    ...levellingQuery(view.id ?? ""),
    enabled: view.id !== undefined,
  });
  const start = useMutation({
    mutationFn: (asked: LevellingIn) => http.post<Levelling>("/levellings", asked),
    onSuccess: (made) => {
      cache.setQueryData(levellingQuery(made.id).queryKey, made);
      onView({ id: made.id, projects: made.projects.map(({ id }) => id) });
    },
  });
  const again = (row: Levelling) =>
    start.mutate({
      ...(row.options as Partial<LevellingIn>),
      project_ids: row.projects.map(({ id }) => id),
    } as LevellingIn);
  const drop = useMutation({
    mutationFn: (id: string) => http.delete(`/levellings/${id}`),
    onSuccess: () => onView({ id: undefined, projects: view.projects }),
  });
  const back = (
    <Button size="xs" variant="default" onClick={() => onView({ projects: view.projects })}>
      {t("levelling.back")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("levelling.title")}
        lead={t("levelling.lead")}
        actions={view.id && back}
      />
      <PageBody>
        {!view.id && (
          <LevellingForm
            projects={view.projects ?? []}
            isPending={start.isPending}
            fault={start.error}
            onProjects={(projects) => onView({ projects })}
            onStart={(asked) => start.mutate(asked)}
          />
        )}
        {view.id && error && !open && <ErrorState title={error.title} detail={error.detail} />}
        {open && (
          <SoughtAnswer
            sought={open}
            queryKey={["levelling", open.id]}
            of={open.projects.map(({ title }) => title).join(" · ")}
            refused={t("levelling.refused")}
            back={back}
          />
        )}
        {open?.found && (
          <ProposalView
            levelling={open}
            proposal={open.found}
            isAgain={start.isPending}
            onAgain={() => again(open)}
            onDrop={() => drop.mutate(open.id)}
          />
        )}
        <ProblemNote fault={view.id ? (start.error ?? drop.error) : null} />
      </PageBody>
    </>
  );
}
