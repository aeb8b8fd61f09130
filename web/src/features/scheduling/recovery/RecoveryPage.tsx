import { Button } from "@mantine/core";
import { IconLifebuoy } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { SoughtAnswer } from "../answers/SoughtAnswer";
import { AnswerView } from "./AnswerView";
import { RecoveryForm } from "./RecoveryForm";
import { type Recovery, type RecoveryIn, type RecoveryView, recoveryQuery } from "./recovery";

interface Props {
  view: RecoveryView;
  onView: (change: RecoveryView) => void;
}

/** Recovery: ask how a date is made, watch the search, compare the ways, open one as a scenario. */
export function RecoveryPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const workspace = useWorkspace();
  const { data: open, error } = useQuery({
    ...recoveryQuery(view.id ?? ""),
    enabled: view.id !== undefined,
  });
  const project = view.project ?? open?.project.id;
  const start = useMutation({
    mutationFn: (asked: RecoveryIn) =>
      http.post<Recovery>(`/projects/${project}/recoveries`, asked),
    onSuccess: (made) => {
      cache.setQueryData(recoveryQuery(made.id).queryKey, made);
      onView({ id: made.id, project: made.project.id, item: made.item?.id });
    },
  });
  const back = (
    <Button
      size="xs"
      variant="default"
      onClick={() => onView({ project, item: view.item ?? open?.item?.id })}
    >
      {t("recovery.back")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("recovery.title")} lead={t("recovery.lead")} actions={view.id && back} />
      <PageBody>
        {!view.id &&
          (project ? (
            <RecoveryForm
              project={project}
              item={view.item ?? null}
              onItem={(item) => onView({ project, item: item ?? undefined })}
              isPending={start.isPending}
              fault={start.error}
              onStart={(asked) => start.mutate(asked)}
            />
          ) : (
            <EmptyState
              icon={IconLifebuoy}
              sentence={t("recovery.ofWhat")}
              action={
                <Button
                  renderRoot={(props) => (
                    <Link {...props} to="/$workspace/projects" params={{ workspace }} />
                  )}
                >
                  {t("nav.projects")}
                </Button>
              }
            />
          ))}
        {view.id && error && !open && <ErrorState title={error.title} detail={error.detail} />}
        {open && (
          <SoughtAnswer
            sought={open}
            queryKey={["recovery", open.id]}
            of={open.project.title}
            refused={t("recovery.refused")}
            back={back}
          />
        )}
        {open?.found && (
          <AnswerView
            recovery={open}
            answer={open.found}
            isAgain={start.isPending}
            onAgain={() => start.mutate({ ...open.options, item_id: open.item?.id } as RecoveryIn)}
          />
        )}
        <ProblemNote fault={view.id ? start.error : null} />
      </PageBody>
    </>
  );
}
