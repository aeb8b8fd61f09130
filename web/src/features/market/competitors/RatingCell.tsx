import { IconClockExclamation, IconNote } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Rating } from "../types";
import classes from "./Comparison.module.css";

interface Props {
  "data-line": number;
  "data-column": number;
  tabIndex: number;
  onFocus: () => void;
  name: string;
  isOurs: boolean;
  rating: Rating | undefined;
  isBest: boolean;
  canEdit: boolean;
}

/** One rating: its figure with a bar as long, whether something is noted, and whether it is stale. */
export function RatingCell({ name, isOurs, rating, isBest, canEdit, tabIndex, ...cell }: Props) {
  const { t } = useTranslation();
  const score = rating?.score ?? null;
  const said = [
    score === null ? t("comparison.unrated") : t("comparison.rated", { score }),
    isBest && t("comparison.best"),
    rating?.note,
    rating?.stale && t("comparison.stale"),
  ];
  return (
    <td
      {...cell}
      tabIndex={tabIndex}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is a cell of a grid
      role="gridcell"
      aria-label={`${name}: ${said.filter(Boolean).join(", ")}`}
      aria-readonly={!canEdit}
      className={isOurs ? classes.ours : undefined}
    >
      <span
        className={classes.cell}
        data-stale={rating?.stale || undefined}
        data-best={isBest || undefined}
      >
        <span className={classes.score}>{score ?? "·"}</span>
        <span className={classes.track} aria-hidden>
          <span className={classes.bar} style={{ inlineSize: `${(score ?? 0) * 20}%` }} />
        </span>
        <span className={classes.marks}>
          {rating?.stale && (
            <IconClockExclamation size={14} stroke={1.8} aria-hidden className={classes.stale} />
          )}
          {rating?.note && <IconNote size={14} stroke={1.6} aria-hidden />}
        </span>
      </span>
    </td>
  );
}
