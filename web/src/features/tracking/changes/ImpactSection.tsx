import { Alert, Button, Group, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { ImpactFigures } from "./ImpactFigures";
import { type ChangeRequest, requestQuery } from "./requests";

/** What carrying the request out would do, by the engine; computed again where it is no longer so. */
export function ImpactSection({ request }: { request: ChangeRequest }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const { impact, impact_fresh: fresh, impact_at: at } = request;
  const weigh = useMutation({
    mutationFn: () => http.post<ChangeRequest>(`/change-requests/${request.id}/impact`, {}),
    onSuccess: (found) => cache.setQueryData(requestQuery(request.id).queryKey, found),
  });
  const can = request.scenario !== null && request.state !== "carried_out" && !fresh;
  return (
    <section aria-label={t("request.impact")}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t("request.impact")}
        </Title>
        {can && (
          <Button
            size="xs"
            variant="default"
            loading={weigh.isPending}
            onClick={() => weigh.mutate()}
          >
            {t(impact ? "request.weighAgain" : "request.weigh")}
          </Button>
        )}
      </Group>
      <ProblemNote fault={weigh.error} />
      {impact && !fresh && (
        <Alert color="yellow" mb="xs" role="status">
          {t("request.stale")}
        </Alert>
      )}
      {impact ? (
        <>
          <ImpactFigures impact={impact} />
          {at && (
            <Text size="xs" c="dimmed" mt="xs">
              {t("request.asOf", { when: figures.date(at) })}
            </Text>
          )}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t("request.noImpact")}
        </Text>
      )}
    </section>
  );
}
