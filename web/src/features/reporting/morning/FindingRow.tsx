import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SnoozeMenu } from "@/features/research/SnoozeMenu";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import classes from "./Morning.module.css";
import { type Finding, whereOf } from "./morning";
import { useSnooze } from "./useSnooze";

/** One thing to do: what it is about, why, what it weighs, and the way to where it is done. */
export function FindingRow({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { snooze, wake } = useSnooze();
  const { code, subject, project, why, alike, until } = finding;
  const { to, params, search } = whereOf(finding);
  return (
    <li className={classes.row} data-finding={code}>
      <div>
        <div className={classes.head}>
          <span className={classes.code}>{t(`morning.code.${code}`)}</span>
          <KeyBadge value={subject.key} />
          <PeekLink kind={subject.kind} id={subject.id} objectKey={subject.key} fw={600}>
            {subject.title}
          </PeekLink>
        </div>
        <div className={classes.why}>{why}</div>
        <div className={classes.weight}>
          {subject.id !== project.id && `${project.title} · `}
          {t("morning.weight", {
            count: finding.days,
            days: figures.number(finding.days),
            chance: figures.percent(finding.chance),
            near: figures.number(finding.nearness),
            weight: figures.number(finding.weight),
          })}
          {alike > 0 && ` · ${t("morning.alike", { count: alike })}`}
        </div>
      </div>
      <div className={classes.deeds}>
        <Button
          size="compact-md"
          renderRoot={(props) => (
            <Link
              {...props}
              to={to}
              params={{ workspace, ...params } as never}
              search={search as never}
            />
          )}
        >
          {t(`morning.deed.${code}`)}
        </Button>
        {until ? (
          <Button size="compact-md" variant="default" onClick={() => wake.mutate(finding)}>
            {t("morning.wake", { day: figures.date(until) })}
          </Button>
        ) : (
          <SnoozeMenu onSnooze={(day) => snooze.mutate({ finding, until: day })} />
        )}
      </div>
    </li>
  );
}
