import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { List } from "@/features/core/list/useList";
import { EmptyState } from "@/ui/EmptyState";
import { type Health, HealthBadge } from "@/ui/HealthBadge";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import type { Condition, ListItem } from "@/ui/list/types";
import { PageBody } from "@/ui/PageBody";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { reportQuery, reportsQuery, type StatusReport } from "./status";

const COLUMNS = ["title", "said", "chance", "share", "published_at", "published_by"];

/** The reports of a project: the draft, and those that were published. N drafts one. */
export default function ProjectStatus({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { data } = useQuery(reportsQuery(id));
  const make = useMutation({
    mutationFn: () => http.post<StatusReport>("/status-reports", { project_id: id }),
    onSuccess: (report) => {
      cache.setQueryData(reportQuery(report.id).queryKey, report);
      void cache.invalidateQueries({ queryKey: ["status_report", "list"] });
      void navigate({
        to: "/$workspace/o/$kind/$key",
        params: { workspace, kind: "status_report", key: report.key },
      });
    },
  });
  const draft = data?.items.find(({ state }) => state === "draft");
  const canDraft = data?.can.draft === true && !draft;
  const run = () => make.mutate();
  useShortcuts(canDraft ? [{ keys: "n", run, says: t("statusReport.draftOne") }] : []);
  const within: Condition[] = [["project", "is", id]];
  const share = (value: unknown) => (typeof value === "number" ? figures.percent(value) : "");
  const cells = {
    said: ({ fields }: ListItem) => <HealthBadge health={fields.said as Health} />,
    chance: ({ fields }: ListItem) => share(fields.chance),
    share: ({ fields }: ListItem) => share(fields.share),
  };
  return (
    <PageBody>
      <Group justify="space-between" my="md">
        {draft ? (
          <Text size="sm" className="nl-title">
            {t("statusReport.inTheMaking")}{" "}
            <PeekLink kind="status_report" id={draft.id} objectKey={draft.key} fz="sm">
              {draft.key} {draft.title}
            </PeekLink>
          </Text>
        ) : (
          <span />
        )}
        {canDraft && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            loading={make.isPending}
            onClick={run}
          >
            {t("statusReport.draftOne")}
          </Button>
        )}
      </Group>
      <ProblemNote fault={make.error} />
      <ObjectList
        kind="status_report"
        columns={COLUMNS}
        cells={cells}
        adapt={(list: List) => ({ ...list, within })}
        empty={
          <EmptyState sentence={t("statusReport.empty")} example={t("statusReport.example")} />
        }
      />
    </PageBody>
  );
}
