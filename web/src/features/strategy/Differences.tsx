import { Text } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import classes from "./Differences.module.css";

type Box = Schemas["BoxDifferenceOut"];
type Statement = Schemas["StatementDifferenceOut"];
type Side = "before" | "after";

interface Props {
  /** The version on the server: "/visions/<id>". */
  path: string;
  /** The id of the other version. */
  since: string;
  name: (box: string) => string;
}

/** What came and went between two versions, side by side; what did not change is only named. */
export function Differences({ path, since, name }: Props) {
  const { t } = useTranslation();
  const { data: found, error } = useQuery(differencesQuery(path, since));
  if (error && !found) return <ProblemNote fault={error} />;
  if (!found) return <LoadingState rows={4} />;
  const changed = found.boxes.filter((box) => box.changed);
  const same = found.boxes.filter((box) => !box.changed);
  return (
    <section className={classes.differences} aria-label={t("version.differences")}>
      <div className={classes.row}>
        {([found.before, found.after] as const).map((number) => (
          <Text key={number} size="sm" fw={600} component="h3" m={0}>
            {t("version.number", { number })}
          </Text>
        ))}
      </div>
      {changed.map((box) => (
        <section key={box.box} className={classes.box}>
          <h4 className={classes.name}>{name(box.box)}</h4>
          <div className={classes.row}>
            <Half box={box} side="before" label={t("version.number", { number: found.before })} />
            <Half box={box} side="after" label={t("version.number", { number: found.after })} />
          </div>
        </section>
      ))}
      <Text size="sm" c="dimmed">
        {changed.length === 0
          ? t("version.same")
          : same.length > 0 &&
            t("version.unchanged", { boxes: same.map(({ box }) => name(box)).join(", ") })}
      </Text>
    </section>
  );
}

function Half({ box, side, label }: { box: Box; side: Side; label: string }) {
  const { t } = useTranslation();
  const gone = side === "before" ? "added" : "removed";
  const there = box.statements.filter(({ change }) => change !== gone);
  return (
    <ul className={classes.half} aria-label={label}>
      {there.map((statement) => (
        <li key={statement.id} data-change={statement.change}>
          <Passages statement={statement} side={side} />
          <Nature statement={statement} side={side} />
        </li>
      ))}
      {there.length === 0 && (
        <li>
          <Text size="sm" c="dimmed">
            {t("vision.emptyBox")}
          </Text>
        </li>
      )}
    </ul>
  );
}

function Passages({ statement, side }: { statement: Statement; side: Side }) {
  const gone = side === "before" ? "added" : "removed";
  return statement.passages
    .filter(({ change }) => change !== gone)
    .map(({ change, text }, place) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: the passages of one text, drawn whole
      if (change === "same") return <span key={place}>{text}</span>;
      const Mark = change === "added" ? "ins" : "del";
      // biome-ignore lint/suspicious/noArrayIndexKey: the passages of one text, drawn whole
      return <Mark key={place}>{text}</Mark>;
    });
}

/** Said only where it is what changed. */
function Nature({ statement, side }: { statement: Statement; side: Side }) {
  const { t } = useTranslation();
  const { nature_before, nature_after } = statement;
  const nature = side === "before" ? nature_before : nature_after;
  if (!nature || !nature_before || !nature_after || nature_before === nature_after) return null;
  const Mark = side === "before" ? "del" : "ins";
  return (
    <span className={classes.nature}>
      <Mark>{t(`canvas.nature.${nature as "fact"}`)}</Mark>
    </span>
  );
}

function differencesQuery(path: string, since: string) {
  return queryOptions({
    queryKey: ["differences", path, since],
    queryFn: ({ signal }) =>
      http.get<Schemas["VersionDifferencesOut"]>(`${path}/differences`, {
        query: { since },
        signal,
      }),
    // Versions are written once.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
