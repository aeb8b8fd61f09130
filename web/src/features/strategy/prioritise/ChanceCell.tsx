import { Popover, Stack, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { costQuery } from "./queries";
import classes from "./RankGrid.module.css";
import type { Ranked, Robust, Scorecard } from "./types";

interface Props {
  ranked: Ranked;
  robust: Robust | undefined;
  scorecard: Scorecard;
}

/** The chance of making the cut, and on click why, which estimate would flip it, and what a yes would cost. */
export function ChanceCell({ ranked, robust, scorecard }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [opened, popover] = useDisclosure();
  if (!robust) return null;
  const chance = robust.makes_cut;
  const ranks =
    robust.rank_low === robust.rank_high
      ? t("score.rankIs", { rank: robust.rank_low })
      : t("score.rankBetween", { low: robust.rank_low, high: robust.rank_high });
  const label = chance === null ? ranks : figures.percent(chance);
  return (
    <Popover opened={opened} onChange={(next) => !next && popover.close()} width={340} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.chance} onClick={popover.toggle}>
          <VisuallyHidden>{t("score.chanceOf", { name: ranked.subject.key })}</VisuallyHidden>
          {chance !== null && (
            <span className={classes.bar} aria-hidden>
              <span style={{ inlineSize: `${chance * 100}%` }} />
            </span>
          )}
          <span className="tabular">{label}</span>
          {chance !== null && <span className={classes.ranks}>{ranks}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && <Reasons ranked={ranked} robust={robust} scorecard={scorecard} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Reasons({ ranked, robust, scorecard }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: cost } = useQuery(costQuery(scorecard.id, ranked.subject.id));
  const titleOf = (name: string) =>
    scorecard.factors.find((factor) => factor.name === name)?.title ?? name;
  return (
    <Stack gap="xs" fz="sm">
      <Text size="sm">
        {robust?.makes_cut == null
          ? t("score.noLine")
          : t("score.chanceWhy", { share: figures.percent(robust.makes_cut) })}
      </Text>
      {robust?.flips.map(({ factor, now, at }) => (
        <Text size="sm" key={factor}>
          {t(ranked.above ? "score.flipsOut" : "score.flipsIn", {
            factor: titleOf(factor),
            now: figures.number(now),
            at: figures.number(at),
          })}
        </Text>
      ))}
      {robust && robust.flips.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("score.noFlip")}
        </Text>
      )}
      {cost && !ranked.above && (
        <Text size="sm">
          {cost.falls.length === 0
            ? t("score.yesFree", { name: ranked.subject.key })
            : t("score.yesCosts", {
                name: ranked.subject.key,
                falls: cost.falls.map(({ key, title }) => `${key} ${title}`).join(", "),
                lost: figures.number(cost.lost),
                gained: figures.number(cost.gained),
              })}
        </Text>
      )}
    </Stack>
  );
}
