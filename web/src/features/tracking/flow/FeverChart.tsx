import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Fever.module.css";
import { placeOf, zonesOf } from "./fever";
import type { Slack } from "./flow";

const HEIGHT = 260;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The share of the room that is used against the share of the work that is done, with the zones of a fever chart. */
export function FeverChart({ slack }: { slack: Slack }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { ref, width } = useElementSize();
  const box = { width: Math.max(280, width), height: HEIGHT };
  const points = slack.days.flatMap(({ on, done, used, zone }) =>
    used === null ? [] : [{ on, zone, used, done, at: placeOf(done, used, box) }],
  );
  return (
    <div ref={ref}>
      <svg width={box.width} height={HEIGHT} role="img" aria-label={t("slack.fever")}>
        {zonesOf(slack.lines, box).map(({ zone, corners }) => (
          <polygon key={zone} className={classes.zone} data-zone={zone} points={corners} />
        ))}
        {SHARES.map((share) => {
          const [x, bottom] = placeOf(share, 0, box);
          const [left, y] = placeOf(0, share, box);
          return (
            <g key={share} className={classes.tick}>
              <text x={x} y={bottom + 16} textAnchor="middle">
                {figures.percent(share)}
              </text>
              <text x={left - 8} y={y + 4} textAnchor="end">
                {figures.percent(share)}
              </text>
            </g>
          );
        })}
        <text
          className={classes.tick}
          x={placeOf(0.5, 0, box)[0]}
          y={HEIGHT - 4}
          textAnchor="middle"
        >
          {t("slack.ofWork")}
        </text>
        <polyline
          className={classes.path}
          points={points.map(({ at }) => at.join(",")).join(" ")}
        />
        {points.map(({ on, at, zone, used, done }, index) => (
          <circle
            key={on}
            className={classes.point}
            data-last={index === points.length - 1 || undefined}
            cx={at[0]}
            cy={at[1]}
            r={index === points.length - 1 ? 6 : 2}
          >
            <title>
              {`${figures.date(on)}: ${t("slack.point", { used: figures.percent(used), done: figures.percent(done) })} ${t(`slack.zone.${zone}`)}`}
            </title>
          </circle>
        ))}
      </svg>
    </div>
  );
}
