import { Button } from "@mantine/core";
import { IconRocket } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useCreate } from "@/ui/shell/useCreate";
import type { OnView, StrategyView } from "../view";
import { CardBar } from "./CardBar";
import classes from "./Prioritise.module.css";
import { rankingQuery, robustnessQuery } from "./queries";
import { RankGrid } from "./RankGrid";
import { RoundBar } from "./RoundBar";
import { Scatter } from "./Scatter";
import type { Voice } from "./types";

interface Props {
  cardId: string;
  view: StrategyView;
  onView: OnView;
}

/** One scorecard: how it ranks, the round of group scoring, and the list or the picture. */
export function CardPanel({ cardId, view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const { data: ranking, error, refetch } = useQuery(rankingQuery(cardId));
  const { data: sure } = useQuery(robustnessQuery(cardId));
  const robust = useMemo(() => new Map(sure?.map((each) => [each.id, each])), [sure]);
  if (error && !ranking) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!ranking) return <LoadingState rows={8} />;
  const { scorecard, round } = ranking;
  const isOpen = round !== null && round.closed_at === null;
  const voice: Voice = isOpen && view.voice !== "team" ? "mine" : "team";
  const canScore = scorecard.can.contribute === true && scorecard.archived_at === null;
  if (ranking.items.length === 0) {
    return (
      <EmptyState
        icon={IconRocket}
        sentence={t(`prioritise.nothing.${scorecard.about}`)}
        action={
          <Button onClick={() => create.open(scorecard.about)}>
            {t(`prioritise.make.${scorecard.about}`)}
          </Button>
        }
      />
    );
  }
  return (
    <div className={classes.panel}>
      <CardBar ranking={ranking} />
      {scorecard.method !== "kano" && (
        <RoundBar ranking={ranking} voice={voice} onVoice={(next) => onView({ voice: next })} />
      )}
      {view.as === "scatter" && scorecard.method !== "kano" ? (
        <Scatter ranking={ranking} canScore={canScore} view={view} onView={onView} />
      ) : (
        <RankGrid ranking={ranking} robust={robust} voice={voice} canScore={canScore} />
      )}
    </div>
  );
}
