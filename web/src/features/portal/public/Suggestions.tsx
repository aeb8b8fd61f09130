import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./Portal.module.css";
import type { Suggestion } from "./wishes";

interface Props {
  slug: string;
  posts: readonly Suggestion[];
}

/** Posts that may say the same as what is being written. */
export function Suggestions({ slug, posts }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.same} aria-live="polite">
      <p className={classes.meta}>{t("wishes.same")}</p>
      <ul>
        {posts.map(({ id, title, votes }) => (
          <li key={id}>
            <Link to="/p/$slug/$post" params={{ slug, post: id }}>
              {title}
            </Link>{" "}
            <span className={classes.meta}>{t("wishes.votes", { count: votes })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
