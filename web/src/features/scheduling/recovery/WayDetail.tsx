import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import type { Scenario } from "../scenarios/scenarios";
import type { Recovery, Way } from "./recovery";

interface Props {
  way: Way;
  recovery: Recovery;
}

/** Why a way back works, whom it burdens, what comes later for it, and the scenario that it is opened as. */
export function WayDetail({ way, recovery }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const others = way.later_count - way.later.length;
  return (
    <Stack gap="xs">
      <List size="sm" listStyleType="none">
        {way.steps.map((step) => (
          <List.Item key={step.title}>
            {way.steps.length > 1 && <strong>{step.title}. </strong>}
            {step.why}
          </List.Item>
        ))}
      </List>
      {way.people.map((one) => (
        <Text key={one.id} size="sm">
          {t(`recovery.${changeOf(one.hours)}`, {
            name: one.title,
            hours: figures.number(Math.abs(one.hours)),
          })}{" "}
          {one.overload_hours > 0 && (
            <Text span c="var(--nl-bad)">
              {t("recovery.overload", { hours: figures.number(one.overload_hours) })}
            </Text>
          )}
          {one.projects.length > 0 && ` ${t("recovery.elsewhere")}`}
          {one.projects.map((other) => (
            <PeekLink key={other.id} kind="project" id={other.id} objectKey={other.key} fz="sm">
              {" "}
              {other.title}
            </PeekLink>
          ))}
        </Text>
      ))}
      {way.later.length > 0 && (
        <Text size="sm">
          {t("recovery.later")}{" "}
          {way.later.map(({ id, key, title }, place) => (
            <span key={id}>
              {place > 0 && ", "}
              <PeekLink kind="work_item" id={id} objectKey={key} fz="sm">
                {title}
              </PeekLink>
            </span>
          ))}
          {others > 0 && ` ${t("recovery.more", { count: others })}`}
        </Text>
      )}
      <Opened way={way} recovery={recovery} />
    </Stack>
  );
}

/** How much somebody has to do beside before; the same work can still come at a worse time. */
function changeOf(hours: number): "less" | "moreWork" | "sameWork" {
  if (hours === 0) return "sameWork";
  return hours < 0 ? "less" : "moreWork";
}

function Opened({ way, recovery }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const open = useMutation({
    mutationFn: () =>
      http.post<Scenario>(`/recoveries/${recovery.id}/scenarios`, { way: way.name }),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ["recovery", recovery.id] }),
        cache.invalidateQueries({ queryKey: ["scenario"] }),
      ]),
  });
  if (way.scenario) {
    return (
      <Group gap="sm">
        <Button
          size="xs"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/projects/$id"
              params={{ workspace, id: recovery.project.id }}
              search={{ scenario: way.scenario?.id, view: "changes" }}
            />
          )}
        >
          {t("recovery.review", { key: way.scenario.key })}
        </Button>
      </Group>
    );
  }
  if (!way.opens) return <Text size="sm">{t("recovery.onlyADate")}</Text>;
  return (
    <>
      <Group gap="sm">
        <Button
          size="xs"
          disabled={recovery.stale || recovery.can.plan !== true}
          loading={open.isPending}
          onClick={() => open.mutate()}
        >
          {t("recovery.try")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("recovery.tryLead", { count: way.edit_count })}
        </Text>
      </Group>
      <ProblemNote fault={open.error} />
    </>
  );
}
