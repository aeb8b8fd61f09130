import { Badge, Group } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./Portal.module.css";
import { StatusMark } from "./StatusMark";
import { VoteButton } from "./VoteButton";
import type { PublicPortal, PublicPost } from "./wishes";

interface Props {
  portal: PublicPortal;
  post: PublicPost;
}

export function PostRow({ portal, post }: Props) {
  const { t } = useTranslation();
  return (
    <li className={classes.row}>
      {portal.voting && <VoteButton portal={portal} post={post} />}
      <div className={classes.rowWords}>
        <h2 className={classes.rowTitle}>
          <Link to="/p/$slug/$post" params={{ slug: portal.slug, post: post.id }}>
            {post.title}
          </Link>
        </h2>
        {post.text && <p className={classes.excerpt}>{post.text}</p>}
        <Group gap="sm">
          <StatusMark status={post.status} names={portal.statuses} />
          {post.pending && (
            <Badge variant="light" color="yellow">
              {t("wishes.waits")}
            </Badge>
          )}
          {post.category && <span className={classes.meta}>{post.category}</span>}
          {post.comments > 0 && (
            <span className={classes.meta}>
              <IconMessageCircle size={14} aria-hidden />{" "}
              {t("wishes.comments", { count: post.comments })}
            </span>
          )}
        </Group>
      </div>
    </li>
  );
}
