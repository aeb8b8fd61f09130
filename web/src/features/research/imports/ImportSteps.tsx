import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { JobProgress } from "@/features/core/JobProgress";
import { ErrorState } from "@/ui/ErrorState";
import { DoneStep } from "./DoneStep";
import { type ResearchImport, researchImportQuery } from "./imports";
import { MappingStep } from "./MappingStep";
import { PreviewStep } from "./PreviewStep";

interface Props {
  given: ResearchImport;
  previewing: boolean;
  onPreview: (previewing: boolean) => void;
  /** Begin again with another file. */
  onAgain: () => void;
}

/** What an import shows, from reading the file to what it became. */
export function ImportSteps({ given, previewing, onPreview, onAgain }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const drop = useMutation({
    mutationFn: () => http.delete<void>(`/research/imports/${given.id}`),
    onSettled: onAgain,
  });
  const { queryKey } = researchImportQuery(given.id);
  const refresh = () => void cache.invalidateQueries({ queryKey });
  if (given.state === "refused") {
    return (
      <ErrorState
        title={t("import.refused")}
        detail={given.refusal?.detail ?? ""}
        action={<Button onClick={() => drop.mutate()}>{t("import.again")}</Button>}
      />
    );
  }
  if (given.state === "imported") return <DoneStep given={given} onAgain={onAgain} />;
  if (given.state === "ready") {
    return previewing ? (
      <PreviewStep given={given} onBack={() => onPreview(false)} />
    ) : (
      <MappingStep
        key={given.id}
        given={given}
        onMapped={() => onPreview(true)}
        onDrop={() => drop.mutate()}
      />
    );
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t(given.state === "reading" ? "import.reading" : "researchImport.writing")}
      </Text>
      {given.job && <JobProgress jobId={given.job} onOver={refresh} />}
    </Stack>
  );
}
