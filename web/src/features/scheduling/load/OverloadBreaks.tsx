import { Group, List, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Overload } from "./load";

/** What would wait until somebody has room for it, and how the plans would go then, as the engine computes them. */
export function OverloadBreaks({ breaks }: { breaks: Overload["breaks"] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!breaks) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t("load.breaking")}
      </Text>
    );
  }
  return (
    <>
      {breaks.waits.length > 0 && (
        <Text size="sm" mt={4}>
          {t("load.ifWaiting")}{" "}
          {breaks.waits.map(({ item, until }, at) => (
            <span key={item.id}>
              {at > 0 && ", "}
              <PeekLink
                kind="work_item"
                id={item.id}
                objectKey={item.key}
                fz="sm"
                underline="always"
              >
                {item.key}
              </PeekLink>{" "}
              {t("load.until", { day: figures.date(until) })}
            </span>
          ))}
          :
        </Text>
      )}
      <List size="sm" spacing={2} withPadding={false}>
        {breaks.projects.map((plan) => (
          <List.Item key={plan.project.id}>
            {plan.moved === 0 && t("load.movesNothing", { project: plan.project.title })}
            {plan.moved > 0 &&
              t(plan.finish === plan.was_finish ? "load.movesWithin" : "load.movesFinish", {
                project: plan.project.title,
                count: plan.moved,
                finish: figures.date(plan.finish),
                was: figures.date(plan.was_finish),
              })}
            {plan.misses_deadline && plan.deadline && (
              <Missed>
                {t("load.missesDeadline", {
                  project: plan.project.title,
                  deadline: figures.date(plan.deadline),
                })}
              </Missed>
            )}
            {plan.missed.map(({ item, deadline, finish }) => (
              <Missed key={item.id}>
                <PeekLink
                  kind="work_item"
                  id={item.id}
                  objectKey={item.key}
                  fz="sm"
                  underline="always"
                >
                  {item.key} {item.title}
                </PeekLink>{" "}
                {t("load.missesOwn", {
                  finish: figures.date(finish),
                  deadline: figures.date(deadline ?? finish),
                })}
              </Missed>
            ))}
          </List.Item>
        ))}
      </List>
      {breaks.remains && (
        <Text size="sm" c="dimmed">
          {t(breaks.waits.length > 0 ? "load.remains" : "load.cannotWait")}
        </Text>
      )}
    </>
  );
}

function Missed({ children }: { children: React.ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconAlertTriangle
        size={14}
        color="var(--nl-bad)"
        style={{ flexShrink: 0, marginTop: 3 }}
        aria-hidden
      />
      <Text size="sm">{children}</Text>
    </Group>
  );
}
