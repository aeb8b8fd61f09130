import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { nowMinute } from "@/timeline/geometry/time";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import { usePeek } from "@/ui/shell/usePeek";
import { diamondsOf, lanesOf, STANDING_COLOURS, STANDINGS } from "./milestones";
import classes from "./Programme.module.css";
import type { ProgrammeView } from "./ProgrammePage";
import type { ProjectInTime } from "./programme";
import { useTimeProps } from "./useTimeProps";

interface Props {
  projects: readonly ProjectInTime[];
  groupOf: ((project: ProjectInTime) => string) | undefined;
  view: ProgrammeView;
  onView: (change: Partial<ProgrammeView>) => void;
}

/** Only the milestones: those of each project on its own row. */
export function MilestonesChart({ projects, groupOf, view, onView }: Props) {
  const { t } = useTranslation();
  const time = useTimeProps(view, onView);
  const peek = usePeek();
  const lanes = useMemo(() => lanesOf(projects, groupOf), [projects, groupOf]);
  const items = useMemo(
    () =>
      diamondsOf(projects, {
        now: nowMinute(),
        word: (standing) => t(`programme.standing.${standing}`),
      }),
    [projects, t],
  );
  const open = (id: string) => peek.open({ kind: "work_item", id });
  return (
    <>
      <div className={classes.chart}>
        <RoadmapTimeline
          lanes={lanes}
          items={items}
          label={t("programme.milestones")}
          words={{ lane: t("programme.project"), noLane: t("programme.project") }}
          {...time}
          selectedId={peek.target?.id}
          onSelect={(id) => id && open(id)}
          onOpen={open}
          readOnly
        />
      </div>
      <ul className={classes.legend} aria-label={t("programme.legend")}>
        {STANDINGS.map((standing) => (
          <li key={standing} className={classes.entry}>
            <span className={classes.mark} style={{ background: STANDING_COLOURS[standing] }} />
            <Text size="xs" title={t(`programme.standingMeans.${standing}`)}>
              {t(`programme.standing.${standing}`)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
