import { Anchor, Badge, Group } from "@mantine/core";
import { IconRss } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { FollowNews } from "./FollowNews";
import { Pages } from "./Pages";
import classes from "./Portal.module.css";
import { newsQuery, type PublicPortal } from "./wishes";

interface Props {
  portal: PublicPortal;
  page: number;
  onPage: (page: number | undefined) => void;
}

/** What is new, the latest first. */
export function NewsPage({ portal, page, onPage }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data, error } = useQuery(newsQuery(portal.slug, page));
  return (
    <>
      <div className={classes.intro}>
        <h1 className={classes.title}>{t("wishes.news")}</h1>
        <Group gap="md">
          {portal.access !== "private" && (
            <Anchor href={`/p/${portal.slug}/changelog.atom`} size="sm">
              <IconRss size={14} aria-hidden /> {t("wishes.feed")}
            </Anchor>
          )}
          <FollowNews portal={portal} />
        </Group>
      </div>
      {error && !data ? (
        <ErrorState title={error.title} detail={error.detail} />
      ) : !data ? (
        <LoadingState />
      ) : data.items.length === 0 ? (
        <EmptyState sentence={t("wishes.noNews")} />
      ) : (
        <ul className={classes.rows}>
          {data.items.map((entry) => (
            <li key={entry.id} id={entry.id} className={classes.news}>
              <div className={classes.meta}>
                {figures.date(entry.day)}{" "}
                <Badge variant="default" ms={4}>
                  {t(`entrySort.${entry.sort}`)}
                </Badge>
              </div>
              <div>
                <h2 className={classes.newsTitle}>{entry.title}</h2>
                <p className={classes.words}>{entry.text}</p>
                {entry.posts.length > 0 && (
                  <p className={classes.meta}>
                    {t("wishes.answers")}:{" "}
                    {entry.posts.map((post) => (
                      <Link
                        key={post.id}
                        to="/p/$slug/$post"
                        params={{ slug: portal.slug, post: post.id }}
                      >
                        {post.title}
                      </Link>
                    ))}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pages page={page} more={data?.more ?? false} onPage={onPage} />
    </>
  );
}
