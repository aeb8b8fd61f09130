import { Progress, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import classes from "./Contributions.module.css";
import { contributionsQuery } from "./queries";
import type { Contribution } from "./types";

interface Props {
  objectiveId: string;
}

/** The work that advances an objective, each with how much of it is done. */
export function Contributions({ objectiveId }: Props) {
  const { t } = useTranslation();
  const { data: found, error } = useQuery(contributionsQuery(objectiveId));
  if (error && !found) return <ProblemNote fault={error} />;
  if (!found) return <LoadingState rows={3} />;
  if (found.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("contribution.noWork")}
      </Text>
    );
  }
  return (
    <ul className={classes.list}>
      {found.map((each) => (
        <ContributionRow key={each.link_id} contribution={each} />
      ))}
    </ul>
  );
}

function ContributionRow({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { work, status, progress } = contribution;
  const share = figures.percent((progress ?? 0) / 100);
  return (
    <li>
      <span>
        <KeyBadge value={work.key} />{" "}
        <PeekLink kind={work.kind as Kind} id={work.id} objectKey={work.key} fz="sm">
          {work.title}
        </PeekLink>
      </span>
      <Text size="xs" c="dimmed">
        {t(`status.${status}` as "status.planned")}
      </Text>
      {progress === null ? (
        <Text size="xs" c="dimmed">
          {t("contribution.noPlan")}
        </Text>
      ) : (
        <span className={classes.progress}>
          <Progress size="sm" value={progress} aria-label={t("contribution.progress", { share })} />
          <Text size="xs" c="dimmed" className="tabular">
            {share}
          </Text>
        </span>
      )}
    </li>
  );
}
