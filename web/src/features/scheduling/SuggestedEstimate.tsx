import { Button, Loader, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { useDurationText } from "./useDurationText";

type Suggestion = Schemas["EstimateSuggestion"];

interface Props {
  itemId: string;
  onTake: (estimate: NonNullable<Suggestion["estimate"]>) => void;
}

/** What finished work like this was estimated at and took, and the estimate that this suggests. */
export function SuggestedEstimate({ itemId, onTake }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const durationText = useDurationText();
  const { data, error } = useQuery({
    queryKey: ["estimate_suggestion", itemId],
    queryFn: ({ signal }) =>
      http.get<Suggestion>(`/work-items/${itemId}/estimate-suggestion`, { signal }),
    meta: { kinds: ["project", "work_item"] },
    retry: false,
  });
  if (error) return <ProblemNote fault={error} />;
  if (!data) return <Loader size="xs" aria-label={t("suggest.looking")} />;
  const { cases, estimate, p50_minutes, p80_minutes, overrun, needed } = data;
  return (
    <Stack gap={4} role="region" aria-label={t("suggest.title")}>
      {estimate && p50_minutes !== null && p80_minutes !== null ? (
        <>
          <Text size="sm">
            {t("suggest.range", {
              count: cases.length,
              p50: durationText(p50_minutes),
              p80: durationText(p80_minutes),
            })}
          </Text>
          {overrun !== null && (
            <Text size="xs" c="dimmed">
              {t("suggest.overrun", { share: figures.percent(overrun) })}
            </Text>
          )}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t("suggest.tooFew", { count: cases.length, needed })}
        </Text>
      )}
      {cases.length > 0 && (
        <section
          style={{ maxHeight: 200, overflow: "auto" }}
          aria-label={t("suggest.cases")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
        >
          <Table fz="xs" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("suggest.case")}</Table.Th>
                <Table.Th>{t("suggest.estimated")}</Table.Th>
                <Table.Th>{t("suggest.took")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cases.map(({ item, project, estimated_minutes, actual_minutes }) => (
                <Table.Tr key={item.id}>
                  <Table.Td>
                    <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="xs">
                      {item.title}
                    </PeekLink>{" "}
                    <Text span size="xs" c="dimmed">
                      {project.title}
                    </Text>
                  </Table.Td>
                  <Table.Td className="tabular">{durationText(estimated_minutes)}</Table.Td>
                  <Table.Td className="tabular">{durationText(actual_minutes)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {estimate && (
        <Button size="compact-sm" variant="light" onClick={() => onTake(estimate)}>
          {t("suggest.take")}
        </Button>
      )}
    </Stack>
  );
}
