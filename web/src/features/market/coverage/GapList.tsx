import { Button, Text, Title } from "@mantine/core";
import { IconCalendarPlus, IconCheck, IconEarOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ListState } from "@/ui/list/types";
import { PeekLink } from "@/ui/PeekLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import type { Coverage, Gap } from "../types";
import classes from "./Coverage.module.css";
import type { Pair } from "./CoverageView";

interface Props {
  coverage: Coverage;
  onPlan: (pair: Pair) => void;
}

const SHOWN = 5;
const NAMELESS: ListState = { where: [["personas", "is", 0]] };

/** How much is not covered, and whom to ask about what first. */
export function GapList({ coverage, onPlan }: Props) {
  const { t } = useTranslation();
  const { silent, cells, gaps, days } = coverage;
  if (silent === 0) {
    return (
      <Text className={classes.covered}>
        <IconCheck size={16} aria-hidden /> {t("coverage.noGaps", { count: days })}
      </Text>
    );
  }
  return (
    <section className={classes.gaps} aria-label={t("coverage.gaps")}>
      <Title order={2} fz="sm" className={classes.headline}>
        <IconEarOff size={16} stroke={1.8} aria-hidden />
        {t("coverage.silent", { silent, of: cells.length, days })}
      </Title>
      <Nameless count={coverage.nameless} />
      <ol className={classes.list}>
        {gaps.slice(0, SHOWN).map((gap) => (
          <GapRow
            key={`${gap.persona.id} ${gap.opportunity.id}`}
            gap={gap}
            onPlan={coverage.can.plan ? () => onPlan(gap) : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

/** Insights that nobody says whose voice they are may well close gaps. */
function Nameless({ count }: { count: number }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("coverage.nameless", { count })}{" "}
      <Link
        to="/$workspace/discover"
        params={{ workspace }}
        search={{ tab: "insights", list: NAMELESS }}
        className={classes.link}
      >
        {t("coverage.toNameless")}
      </Link>
    </Text>
  );
}

function GapRow({ gap, onPlan }: { gap: Gap; onPlan: (() => void) | undefined }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { persona, opportunity, last_heard_on, planned_for } = gap;
  const why = [
    last_heard_on
      ? t("coverage.lastHeard", { day: figures.date(last_heard_on) })
      : t("coverage.neverHeard"),
    gap.is_target && t("coverage.isTarget"),
    gap.has_job && t("coverage.hasJob"),
  ];
  return (
    <li className={classes.gap}>
      <div className={classes.what}>
        <Text size="sm" component="div">
          <PeekLink kind="persona" id={persona.id} objectKey={persona.key} fz="sm" fw={500}>
            {persona.title}
          </PeekLink>{" "}
          <Text span size="sm" c="dimmed">
            {t("coverage.on")}
          </Text>{" "}
          <PeekLink kind="opportunity" id={opportunity.id} objectKey={opportunity.key} fz="sm">
            {opportunity.title}
          </PeekLink>
        </Text>
        <Text size="xs" c="dimmed">
          {why.filter(Boolean).join(" · ")}
        </Text>
      </div>
      {planned_for ? (
        <Text size="sm">{t("coverage.plannedFor", { day: figures.date(planned_for) })}</Text>
      ) : (
        onPlan && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCalendarPlus size={14} stroke={1.6} aria-hidden />}
            aria-label={t("coverage.planWith", {
              persona: persona.title,
              opportunity: opportunity.title,
            })}
            onClick={onPlan}
          >
            {t("coverage.plan")}
          </Button>
        )
      )}
    </li>
  );
}
