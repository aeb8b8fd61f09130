import { Button, Group, Stack, Switch } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCamera, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/http";
import { FilesMenu } from "@/features/core/list/FilesMenu";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import type { OnPlanView, PlanView } from "../view";
import { BaselineList } from "./BaselineList";
import classes from "./Baselines.module.css";
import { askedBy, baselinesQuery, comparisonQuery } from "./baselines";
import { MomentField } from "./MomentField";
import { SetBaseline } from "./SetBaseline";
import { VarianceSummary } from "./VarianceSummary";
import { VarianceTable } from "./VarianceTable";

interface Props {
  projectId: string;
  view: PlanView;
  onView: OnPlanView;
  canSet: boolean;
}

/** Two moments of the plan beside one another: what moved, what came, what went; and the baselines themselves. */
export function BaselinesView({ projectId, view, onView, canSet }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [setting, set] = useDisclosure();
  const [moved, setMoved] = useState(true);
  const { data: baselines } = useQuery(baselinesQuery(projectId));
  const from = view.baseline ?? baselines?.[0]?.id;
  const { data, error } = useQuery({
    ...comparisonQuery(projectId, from ?? "", view.to),
    enabled: from !== undefined,
  });
  if (!baselines) return <LoadingState />;
  return (
    <Stack gap="lg" className={classes.view}>
      <Group align="end" gap="md">
        <MomentField
          label={t("baseline.from")}
          baselines={baselines}
          value={from}
          onChange={(baseline) => onView({ baseline })}
        />
        <MomentField
          label={t("baseline.to")}
          baselines={baselines}
          value={view.to}
          withNow
          onChange={(to) => onView({ to })}
        />
        <Switch
          label={t("baseline.onlyMoved")}
          checked={moved}
          onChange={(event) => setMoved(event.currentTarget.checked)}
        />
        <Group gap="xs" ml="auto">
          {data && from && (
            <FilesMenu
              addressIn={(format) =>
                addressOf(`/projects/${projectId}/comparison/file`, {
                  ...askedBy(from, view.to),
                  moved,
                  format,
                  workspace,
                })
              }
            />
          )}
          {canSet && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={set.open}
            >
              {t("baseline.setDots")}
            </Button>
          )}
        </Group>
      </Group>
      <ProblemNote fault={error} />
      {data && <VarianceSummary comparison={data} />}
      {data && (
        <VarianceTable items={data.items} minutesPerDay={data.minutes_per_day} moved={moved} />
      )}
      {!from && (
        <EmptyState
          icon={IconCamera}
          sentence={t("baseline.empty")}
          action={canSet && <Button onClick={set.open}>{t("baseline.setDots")}</Button>}
        />
      )}
      <ObjectParts place="trend" kind="project" id={projectId} />
      {baselines.length > 0 && <BaselineList baselines={baselines} canEdit={canSet} />}
      {setting && (
        <SetBaseline
          projectId={projectId}
          onSet={({ id }) => onView({ baseline: id })}
          onClose={set.close}
        />
      )}
    </Stack>
  );
}
