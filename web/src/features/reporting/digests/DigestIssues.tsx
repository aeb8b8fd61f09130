import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { type Digest, issuesQuery } from "./digests";
import classes from "./digests.module.css";

/** The last digests that went out, or did not for want of news. */
export function DigestIssues({ digest }: { digest: Digest }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: issues = [] } = useQuery(issuesQuery(digest.id));
  if (issues.length === 0) return null;
  return (
    <ul className={classes.issues} aria-label={t("digest.issues")}>
      {issues.map(({ id, day, state, news }) => (
        <li key={id} className={classes.issue}>
          <span className={classes.day}>{figures.date(day)}</span>
          {state === "sent"
            ? t("digest.states.sent", { count: news })
            : t(`digest.states.${state}`)}
        </li>
      ))}
    </ul>
  );
}
