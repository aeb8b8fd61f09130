import { Button, CloseButton, Group, Text } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { HeardRow } from "../HeardRow";
import { evidenceQuery } from "../queries";
import classes from "./Coverage.module.css";
import type { Pair } from "./CoverageView";

interface Props {
  productId: string;
  pair: Pair;
  canPlan: boolean;
  onPlan: () => void;
  onClose: (() => void) | undefined;
}

/** What was heard of one persona about one opportunity, the newest first. */
export function EvidencePane({ productId, pair, canPlan, onPlan, onClose }: Props) {
  const { t } = useTranslation();
  const { persona, opportunity } = pair;
  const { data, error } = useQuery(evidenceQuery(productId, persona.id, opportunity.id));
  return (
    <>
      <Group justify="space-between" align="start" wrap="nowrap" mb="xs">
        <div>
          <Text size="xs" c="dimmed">
            {persona.title}
          </Text>
          <Text fw={600}>{opportunity.title}</Text>
        </div>
        {onClose && <CloseButton aria-label={t("close")} onClick={onClose} />}
      </Group>
      {error && !data ? (
        <ProblemNote fault={error} />
      ) : !data ? (
        <LoadingState rows={3} />
      ) : data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("coverage.nothing")}
        </Text>
      ) : (
        <ul className={classes.list}>
          {data.map((heard) => (
            <HeardRow key={heard.evidence.id} heard={heard} />
          ))}
        </ul>
      )}
      {canPlan && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconCalendarPlus size={14} stroke={1.6} aria-hidden />}
          onClick={onPlan}
        >
          {t("coverage.plan")}
        </Button>
      )}
    </>
  );
}
