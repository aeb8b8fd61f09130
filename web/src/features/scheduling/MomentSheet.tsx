import { Button, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { OwnFields } from "@/features/core/list/OwnFields";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { ErrorState } from "@/ui/ErrorState";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import type { Baseline } from "./baselines/baselines";
import type { Scenario } from "./scenarios/scenarios";
import type { PlanView } from "./view";

interface Props {
  object: Baseline | Scenario | undefined;
  error: Problem | null;
  /** How the project's page shows it. */
  search: Partial<PlanView>;
}

/** A baseline or a scenario in a few lines; the project's page has the rest. */
export function MomentSheet({ object, error, search }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  if (error && !object) return <ErrorState title={error.title} detail={error.detail} />;
  if (!object) return <LoadingState rows={3} />;
  return (
    <Stack gap="sm" p="md">
      <span>
        <KindIcon kind={object.kind} /> <KeyBadge value={object.key} />{" "}
        <Text span size="sm" c="dimmed">
          {object.project.title}
        </Text>
      </span>
      <Title order={2}>{object.title}</Title>
      {object.note && <Text>{object.note}</Text>}
      <span>
        {object.finish && t("plan.finishes", { date: figures.date(object.finish) })}{" "}
        <ChanceBadge chance={object.probability} />
      </span>
      <OwnFields object={object} />
      <Button
        w="fit-content"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/$workspace/projects/$id"
            params={{ workspace, id: object.project.id }}
            search={search}
          />
        )}
      >
        {t("scenario.show")}
      </Button>
    </Stack>
  );
}
