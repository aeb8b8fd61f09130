import { Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { HealthBadge } from "@/ui/HealthBadge";
import type { PartProps } from "@/ui/shell/parts";
import { useFigures } from "@/ui/words/figures";
import { BenefitRow } from "./BenefitRow";
import { deliveryQuery } from "./overseeing";
import { ProjectDone } from "./ProjectDone";
import { ScopeRow } from "./ScopeRow";

/** What is done, when it ends, what was added since the charter, and what came of it. */
export default function InitiativeDelivery({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: delivery } = useQuery(deliveryQuery(id));
  if (!delivery) return null;
  const { projects, percent, items, items_done, p50, p85, chance, health } = delivery;
  const { scope, benefit, launched_on } = delivery;
  if (projects.length === 0 && benefit.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t("delivery.title")}>
      <Group justify="space-between">
        <Text size="xs" c="dimmed" fw={600}>
          {t("delivery.title")}
        </Text>
        <Group gap="xs">
          <HealthBadge health={health.state} />
          <Text size="xs" c="dimmed">
            {t(`delivery.reason.${health.reason}`)}
          </Text>
        </Group>
      </Group>
      {projects.length > 0 && (
        <Stack gap={4}>
          <Group justify="space-between">
            <Text size="sm">
              {percent === null
                ? t("delivery.noWork")
                : t("delivery.percent", { share: figures.percent(percent / 100) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t("delivery.items", { done: items_done, count: items })}
            </Text>
          </Group>
          <Progress value={percent ?? 0} aria-label={t("delivery.done")} size="sm" />
          {p50 && p85 && (
            <Group gap="sm">
              {chance !== null && <ChanceBadge chance={chance} />}
              <Text size="xs" c="dimmed">
                {delivery.window_finish &&
                  `${t("forecast.by", { date: figures.date(delivery.window_finish) })} `}
                {t("forecast.range", { p50: figures.date(p50), p85: figures.date(p85) })}
              </Text>
            </Group>
          )}
        </Stack>
      )}
      {projects.map((project) => (
        <ProjectDone key={project.id} project={project} />
      ))}
      {scope.map((since) => (
        <ScopeRow key={since.charter.id} since={since} />
      ))}
      {benefit.length > 0 && (
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {launched_on
              ? t("delivery.benefitSince", { date: figures.date(launched_on) })
              : t("delivery.benefitBefore")}
          </Text>
          {benefit.map((result) => (
            <BenefitRow key={result.id} result={result} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
