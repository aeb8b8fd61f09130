import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { type Evidence, wayTo } from "./status";
import classes from "./status.module.css";

interface Props {
  projectId: string;
  evidence: readonly Evidence[];
}

/** What a sentence rests on, each a link, with when it was last known. */
export function EvidenceList({ projectId, evidence }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (evidence.length === 0)
    return <span className={classes.evidence}>{t("statusReport.own")}</span>;
  return (
    <span className={classes.evidence}>
      {evidence.map((one) => (
        <span key={`${one.kind}-${one.id}`}>
          <Source projectId={projectId} one={one} />{" "}
          <time
            dateTime={one.known_at}
            title={figures.dateTime(one.known_at)}
            className={one.old ? classes.old : undefined}
          >
            {t(one.old ? "statusReport.knownLongAgo" : "statusReport.known", {
              ago: figures.ago(one.known_at),
            })}
          </time>
        </span>
      ))}
    </span>
  );
}

function Source({ projectId, one }: { projectId: string; one: Evidence }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const way = wayTo(one);
  if ("object" in way) {
    const { kind, id, key } = way.object;
    return (
      <PeekLink kind={kind} id={id} objectKey={key} fz="xs">
        {key} {one.title}
      </PeekLink>
    );
  }
  const word = one.kind as "forecast" | "progress" | "earned_value" | "baseline";
  return (
    <Anchor
      fz="xs"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/projects/$id"
          params={{ workspace, id: projectId }}
          search={{ view: way.view } as never}
        />
      )}
    >
      {t(`statusReport.source.${word}`, { name: one.title })}
    </Anchor>
  );
}
