import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { JobProgress } from "@/features/core/JobProgress";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { type Import, importQuery } from "./delivery";
import { ImportPreview } from "./ImportPreview";

interface Props {
  plan: Import;
  /** Begin again with another file. */
  onAgain: () => void;
}

/** What an import shows, from reading the file to the project it became. */
export function ImportSteps({ plan, onAgain }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const { queryKey } = importQuery(plan.id);
  const refresh = () => cache.invalidateQueries({ queryKey });
  const confirm = useMutation({
    mutationFn: () => http.post<Import>(`/imports/${plan.id}/confirmation`),
    onSuccess: (answer) => cache.setQueryData(queryKey, answer),
  });
  const drop = useMutation({
    mutationFn: () => http.delete<void>(`/imports/${plan.id}`),
    onSuccess: onAgain,
  });
  if (plan.state === "imported" && plan.project_id) {
    return (
      <EmptyState
        sentence={t("import.done", { name: plan.title || plan.file_name })}
        action={
          <Button
            renderRoot={(props) => (
              <Link
                {...props}
                to="/$workspace/projects/$id"
                params={{ workspace, id: plan.project_id ?? "" }}
              />
            )}
          >
            {t("import.open")}
          </Button>
        }
      />
    );
  }
  if (plan.state === "refused") {
    return (
      <ErrorState
        title={t("import.refused")}
        detail={plan.refusal?.detail ?? ""}
        action={<Button onClick={() => drop.mutate()}>{t("import.again")}</Button>}
      />
    );
  }
  return (
    <Stack gap="md">
      <Title order={2}>{plan.file_name}</Title>
      {(plan.state === "reading" || plan.state === "importing") && (
        <>
          <Text size="sm" c="dimmed">
            {t(plan.state === "reading" ? "import.reading" : "import.importing")}
          </Text>
          {plan.job && <JobProgress jobId={plan.job} onOver={() => void refresh()} />}
        </>
      )}
      {plan.preview && <ImportPreview preview={plan.preview} />}
      <ProblemNote fault={confirm.error ?? drop.error} />
      {plan.state === "ready" && (
        <Group gap="sm">
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t("import.confirm")}
          </Button>
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
            {t("import.drop")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
