import { Anchor, Progress } from "@mantine/core";
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { HealthBadge } from "@/ui/HealthBadge";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import classes from "./Wall.module.css";
import type { Card } from "./wall";

const SIGN = { better: IconArrowUpRight, worse: IconArrowDownRight, same: IconArrowRight };

/** One project on the wall. */
export function WallCard({ card }: { card: Card }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { chance, share, deadline, finish, milestone, threat } = card;
  return (
    <li className={classes.card} data-project={card.key}>
      <div className={classes.line}>
        <HealthBadge health={card.health} />
        <Trend card={card} />
      </div>
      <div className={classes.title}>
        <KeyBadge value={card.key} />{" "}
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/projects/$id"
              params={{ workspace, id: card.id }}
              search={{ view: "status" } as never}
            />
          )}
        >
          {card.title}
        </Anchor>
      </div>
      <div>
        <div className={classes.line}>
          <span>{t("wall.done", { share: figures.percent(share) })}</span>
          <span>{t("wall.items", { done: card.items_done, count: card.items })}</span>
        </div>
        <Progress
          value={100 * share}
          size="sm"
          aria-label={t("wall.progressOf", { name: card.title })}
        />
      </div>
      <dl className={classes.facts}>
        <dt>{t("wall.date")}</dt>
        <dd>
          {deadline
            ? t(chance === null ? "wall.by" : "wall.chance", {
                chance: figures.percent(chance ?? 0),
                date: figures.date(deadline),
              })
            : finish
              ? t("wall.noDeadline", { date: figures.date(finish) })
              : "–"}
        </dd>
        <dt>{t("wall.milestone")}</dt>
        <dd>
          {milestone ? (
            <>
              <PeekLink kind="work_item" id={milestone.id} objectKey={milestone.key} fz="sm">
                {milestone.title}
              </PeekLink>{" "}
              <span className={milestone.late ? classes.warning : undefined}>
                {t(milestone.late ? "wall.late" : "wall.on", {
                  date: figures.date(milestone.finish),
                })}
              </span>
            </>
          ) : (
            "–"
          )}
        </dd>
        <dt>{t("wall.threat")}</dt>
        <dd>
          {threat ? (
            <>
              <PeekLink kind="risk" id={threat.id} objectKey={threat.key} fz="sm">
                {threat.title}
              </PeekLink>
              {threat.score !== null && ` (${t("wall.score", { score: threat.score })})`}
            </>
          ) : (
            "–"
          )}
        </dd>
        <dt>{t("wall.owner")}</dt>
        <dd>{card.owners.map(({ name }) => name).join(", ") || "–"}</dd>
      </dl>
      <Foot card={card} />
    </li>
  );
}

/** Against the last report, in a sign and in figures. */
function Trend({ card }: { card: Card }) {
  const { t } = useTranslation();
  const { way, chance, finish, share } = card.trend;
  if (way === "unknown") return null;
  const Sign = SIGN[way];
  const moved =
    chance !== null
      ? t("wall.chanceMoved", { points: signed(chance) })
      : finish
        ? t("wall.finishMoved", { days: signed(finish) })
        : t("wall.shareMoved", { points: signed(share ?? 0) });
  return (
    <span className={classes.trend} title={t("wall.sinceReport")}>
      <Sign size={16} aria-hidden />
      {t(`wall.way.${way}`)} · {moved}
    </span>
  );
}

/** When somebody last reported, and what the data say where that is something else. */
function Foot({ card }: { card: Card }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { report, stale, live, health, draft } = card;
  return (
    <div className={classes.foot}>
      {report ? (
        <PeekLink kind="status_report" id={report.id} objectKey={report.key} fz="xs">
          {t("wall.reported", { ago: figures.ago(report.published_at) })}
        </PeekLink>
      ) : (
        t("wall.neverReported")
      )}
      {stale && <span className={classes.warning}> · {t("wall.stale")}</span>}
      {live !== health && ` · ${t("wall.live", { health: t(`health.${live}`) })}`}
      {draft && (
        <>
          {" · "}
          <PeekLink kind="status_report" id={draft.id} objectKey={draft.key} fz="xs">
            {t("wall.draft")}
          </PeekLink>
        </>
      )}
    </div>
  );
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace("-", "−"));
