import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { fieldsQuery } from "@/features/core/list/lists";
import { useKindWord } from "@/ui/kinds";
import type { Field } from "@/ui/list/types";
import { ProblemNote } from "@/ui/ProblemNote";
import { ColumnsTable } from "./ColumnsTable";
import {
  type Mapping,
  type ResearchImport,
  researchImportQuery,
  STATUSES,
  TARGETS,
  TELLING,
} from "./imports";
import { ValuesTable } from "./ValuesTable";

interface Props {
  given: ResearchImport;
  onMapped: () => void;
  onDrop: () => void;
}

/** What was recognised, and what is to become of it. */
export function MappingStep({ given, onMapped, onDrop }: Props) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const cache = useQueryClient();
  const [mapping, setMapping] = useState(given.mapping);
  const save = useMutation({
    mutationFn: (body: Mapping) =>
      http.put<ResearchImport>(`/research/imports/${given.id}/mapping`, body),
    onSuccess: (answer) => {
      const { queryKey } = researchImportQuery(given.id);
      cache.removeQueries({ queryKey: [...queryKey, "dry-run"] });
      cache.setQueryData(queryKey, answer);
      onMapped();
    },
  });
  const own = useOwnFields(given.product_id, mapping);
  const { recognised } = given;
  if (!recognised || !mapping) return null;
  const set = (part: Partial<Mapping>) => setMapping({ ...mapping, ...part });
  const targets = TARGETS.map((value) => ({ value, label: kindWord(value) }));
  const telling = mapping.kind_by ? recognised.values[TELLING[mapping.kind_by]] : undefined;
  const becomesIdeas = [mapping.kind, ...Object.values(mapping.kinds)].includes("idea");
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{given.file_name}</Title>
        <Text size="sm" c="dimmed">
          {t("researchImport.recognised", {
            system: t(`researchImport.system.${recognised.system}`),
            items: t("researchImport.items", { count: recognised.items }),
            comments: t("researchImport.comments", { count: recognised.comments }),
          })}
        </Text>
      </div>
      <Group gap="md" align="start">
        <TextInput
          label={t("researchImport.source")}
          description={t("researchImport.sourceHint")}
          maxLength={60}
          required
          value={mapping.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("researchImport.becomes")}
          description={t("researchImport.becomesHint")}
          data={targets}
          value={mapping.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as Mapping["kind"] })}
        />
        <NativeSelect
          label={t("researchImport.tell")}
          description={t("researchImport.tellHint")}
          data={["", "type", "group", "state"].map((value) => ({
            value,
            label: t(`researchImport.by.${value || "none"}`),
          }))}
          value={mapping.kind_by}
          onChange={(event) => {
            const by = event.currentTarget.value as Mapping["kind_by"];
            set({ kind_by: by, kinds: {} });
          }}
        />
      </Group>
      {recognised.headings.length > 0 && (
        <ColumnsTable
          recognised={recognised}
          columns={mapping.columns}
          own={own}
          onColumns={(columns) => set({ columns })}
        />
      )}
      {telling && (
        <ValuesTable
          title={t("researchImport.kinds")}
          values={telling}
          chosen={mapping.kinds}
          otherwise={mapping.kind}
          options={[...targets, { value: "skip", label: t("researchImport.skip") }]}
          onChosen={(kinds) => set({ kinds: kinds as Mapping["kinds"] })}
        />
      )}
      {becomesIdeas && Object.keys(recognised.values.states ?? {}).length > 0 && (
        <ValuesTable
          title={t("researchImport.statuses")}
          values={recognised.values.states ?? {}}
          chosen={mapping.statuses}
          otherwise="new"
          options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChosen={(statuses) => set({ statuses: statuses as Mapping["statuses"] })}
        />
      )}
      <ProblemNote fault={save.error} />
      <Group gap="sm">
        <Button
          loading={save.isPending}
          disabled={!mapping.source.trim()}
          onClick={() => save.mutate(mapping)}
        >
          {t("researchImport.toPreview")}
        </Button>
        <Button variant="default" onClick={onDrop}>
          {t("import.drop")}
        </Button>
      </Group>
    </Stack>
  );
}

/** The fields that people added to the kinds that the rows may become, each name once. */
function useOwnFields(productId: string, mapping: Mapping | null): Field[] {
  const kinds = mapping
    ? TARGETS.filter((kind) => kind === mapping.kind || Object.values(mapping.kinds).includes(kind))
    : [];
  const answers = useQueries({ queries: kinds.map((kind) => fieldsQuery(kind, productId)) });
  const fields = answers.flatMap(({ data }) => data?.fields.filter(({ custom }) => custom) ?? []);
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
