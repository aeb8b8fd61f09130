import { Text, Tooltip } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { ChanceCell } from "./ChanceCell";
import { KanoMark } from "./KanoMark";
import classes from "./RankGrid.module.css";
import { ScoreCell } from "./ScoreCell";
import {
  type Estimate,
  figureOf,
  type Ranked,
  type Robust,
  type Scorecard,
  type Voice,
} from "./types";

interface Props {
  ranked: Ranked;
  scorecard: Scorecard;
  robust: Robust | undefined;
  voice: Voice;
  canScore: boolean;
  /** The column with the cursor, and the one that Tab reaches. */
  active: number | null;
  entry: number | null;
  draft: string | null;
  onFocus: (column: number) => void;
  onEdit: () => void;
  onCommit: (text: string, move: string | null) => void;
  onCancel: () => void;
  onChoose: (factor: string, estimate: Estimate | null) => void;
  children?: ReactNode;
}

export function RankRow(props: Props) {
  const { ranked, scorecard, robust, voice, canScore, active, entry, draft, children } = props;
  const { t } = useTranslation();
  const figures = useFigures();
  const { subject, rank, above, pulled_by } = ranked;
  const hasLine = scorecard.cut_days !== null || scorecard.cut_count !== null;
  return (
    <>
      <tr className={classes.row} data-below={(hasLine && !above) || undefined}>
        <td data-align="end" className={classes.rank}>
          {rank ?? "–"}
        </td>
        <th scope="row" className={classes.subject}>
          <span>
            <KeyBadge value={subject.key} />
            <PeekLink
              kind={subject.kind as Kind}
              id={subject.id}
              objectKey={subject.key}
              className={classes.title}
            >
              {subject.title}
            </PeekLink>
            {pulled_by && (
              <Tooltip label={t("prioritise.pulledMeans", { key: pulled_by.key })}>
                <span className={classes.pulled}>
                  <IconArrowUp size={14} aria-hidden />
                  {t("prioritise.pulled", { key: pulled_by.key })}
                </span>
              </Tooltip>
            )}
          </span>
        </th>
        {scorecard.factors.map((factor, column) => (
          <ScoreCell
            key={factor.name}
            factor={factor}
            cell={`${subject.id}:${column}`}
            label={`${subject.key}, ${factor.title}`}
            estimate={figureOf(ranked, factor, voice)}
            agreement={ranked.agreement[factor.name]}
            votes={ranked.votes}
            canScore={canScore && !factor.field}
            isActive={active === column}
            isEntry={entry === column}
            draft={active === column ? draft : null}
            onFocus={() => props.onFocus(column)}
            onEdit={props.onEdit}
            onCommit={props.onCommit}
            onCancel={props.onCancel}
            onChoose={(estimate) => props.onChoose(factor.name, estimate)}
          />
        ))}
        <td data-align="end" className={classes.score}>
          {scorecard.method === "kano" ? (
            <KanoMark ranked={ranked} />
          ) : voice === "mine" ? (
            <Text size="xs" c="dimmed">
              {t("score.voted", { count: ranked.voted })}
            </Text>
          ) : ranked.score === null ? (
            <Text size="xs" c="dimmed">
              {t("score.none")}
            </Text>
          ) : (
            figures.number(ranked.score)
          )}
        </td>
        {scorecard.method !== "kano" && voice === "team" && (
          <td>
            <ChanceCell ranked={ranked} robust={robust} scorecard={scorecard} />
          </td>
        )}
      </tr>
      {children}
    </>
  );
}
