import { Badge, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import classes from "./Portal.module.css";
import { SayIt } from "./SayIt";
import { StatusMark } from "./StatusMark";
import { VoteButton } from "./VoteButton";
import { type PublicPortal, postQuery } from "./wishes";

interface Props {
  portal: PublicPortal;
  id: string;
}

/** One post with its answer and what was said under it. */
export function PostPage({ portal, id }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: post, error } = useQuery(postQuery(portal.slug, id));
  const back = (
    <Link to="/p/$slug" params={{ slug: portal.slug }} className={classes.back}>
      ← {t("wishes.all")}
    </Link>
  );
  if (error && !post) {
    return (
      <>
        {back}
        <ErrorState title={error.title} detail={error.detail} isQuiet={error.status === 404} />
      </>
    );
  }
  if (!post) return <LoadingState />;
  const who = (name: string, at: string) =>
    t("wishes.by", { name: name || t("wishes.someone"), when: figures.date(at) });
  return (
    <>
      {back}
      <article className={classes.post}>
        {portal.voting && <VoteButton portal={portal} post={post} />}
        <div className={classes.rowWords}>
          <h1 className={classes.title}>{post.title}</h1>
          <Group gap="sm" my={8}>
            <StatusMark status={post.status} names={portal.statuses} />
            {post.pending && (
              <Badge variant="light" color="yellow">
                {t("wishes.waits")}
              </Badge>
            )}
            {post.category && <span className={classes.meta}>{post.category}</span>}
            <span className={classes.meta}>{who(post.author, post.at)}</span>
          </Group>
          {post.text && <p className={classes.words}>{post.text}</p>}
          {post.answer && (
            <section className={classes.answer}>
              <h2 className={classes.rowTitle}>{t("wishes.answer")}</h2>
              <p className={classes.words}>{post.answer.text}</p>
              {post.answer.at && <p className={classes.meta}>{figures.date(post.answer.at)}</p>}
            </section>
          )}
          {(post.said.length > 0 || portal.commenting) && (
            <section>
              <h2 className={classes.rowTitle}>{t("wishes.comments", { count: post.comments })}</h2>
              <ul className={classes.said}>
                {post.said.map((one) => (
                  <li key={one.id} className={one.official ? classes.official : undefined}>
                    <p className={classes.words}>{one.text}</p>
                    <p className={classes.meta}>
                      {who(one.official ? t("wishes.teamName") : one.author, one.at)}
                      {one.pending && ` · ${t("wishes.waits")}`}
                    </p>
                  </li>
                ))}
              </ul>
              {portal.commenting && <SayIt portal={portal} postId={post.id} />}
            </section>
          )}
        </div>
      </article>
    </>
  );
}
