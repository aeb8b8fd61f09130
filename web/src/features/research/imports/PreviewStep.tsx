import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { dryRunQuery, type Fate, type ResearchImport, researchImportQuery } from "./imports";
import { LossList } from "./LossList";
import { TriedTable } from "./TriedTable";

interface Props {
  given: ResearchImport;
  onBack: () => void;
}

const FATES: Fate[] = ["create", "update", "unchanged", "error", "left_out"];

/** What the import would do, row by row; nothing is written before it is confirmed. */
export function PreviewStep({ given, onBack }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const [what, setWhat] = useState<Fate>();
  const [leaveOut, setLeaveOut] = useState(false);
  const { data, error } = useQuery(dryRunQuery(given.id, what));
  const confirm = useMutation({
    mutationFn: () =>
      http.post<ResearchImport>(`/research/imports/${given.id}/confirmation`, {
        leave_out_errors: leaveOut,
      }),
    onSuccess: (answer) => cache.setQueryData(researchImportQuery(given.id).queryKey, answer),
  });
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  const { counts } = data;
  const wrong = counts.error ?? 0;
  const writes = (counts.create ?? 0) + (counts.update ?? 0);
  const shown = FATES.filter((fate) => fate === what || (counts[fate] ?? 0) > 0);
  const all = FATES.reduce((sum, fate) => sum + (counts[fate] ?? 0), 0);
  return (
    <Stack gap="lg">
      <Text>
        {t("researchImport.would", {
          create: figures.number(counts.create ?? 0),
          update: figures.number(counts.update ?? 0),
          comments: t("researchImport.comments", { count: counts.comments ?? 0 }),
        })}
      </Text>
      <div>
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={t("researchImport.show")}
          value={what ?? ""}
          onChange={(next) => setWhat(FATES.find((fate) => fate === next))}
          data={[
            { value: "", label: `${t("researchImport.all")} ${figures.number(all)}` },
            ...shown.map((fate) => ({
              value: fate,
              label: `${t(`researchImport.fate.${fate}`)} ${figures.number(counts[fate] ?? 0)}`,
            })),
          ]}
        />
        <TriedTable rows={data.rows} of={what ? (counts[what] ?? 0) : all} />
      </div>
      {(data.losses.length > 0 || wrong === 0) && <LossList losses={data.losses} />}
      {wrong > 0 && (
        <Checkbox
          label={t("researchImport.leaveOut", { count: wrong })}
          checked={leaveOut}
          onChange={(event) => setLeaveOut(event.currentTarget.checked)}
        />
      )}
      <ProblemNote fault={confirm.error} />
      <Group gap="sm">
        <Button
          loading={confirm.isPending}
          disabled={writes === 0 || (wrong > 0 && !leaveOut)}
          onClick={() => confirm.mutate()}
        >
          {t("researchImport.confirm", { count: writes })}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t("researchImport.toMapping")}
        </Button>
      </Group>
    </Stack>
  );
}
