import { UnstyledButton } from "@mantine/core";
import { IconChevronUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import classes from "./Portal.module.css";
import { usePortalDeed } from "./usePortalDeed";
import { type PublicPortal, type PublicPost, portalPath } from "./wishes";

interface Props {
  portal: PublicPortal;
  post: PublicPost;
}

/** How many want it, and this visitor's own voice: shown at once, taken back when it is refused. */
export function VoteButton({ portal, post }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const path = `${portalPath(portal.slug)}/posts/${post.id}/vote`;
  const vote = usePortalDeed(portal.slug, (give: boolean) =>
    give ? http.post(path) : http.delete(path),
  );
  const isOn = vote.isPending ? vote.variables : post.voted;
  const count = post.votes + (isOn === post.voted ? 0 : isOn ? 1 : -1);
  return (
    <UnstyledButton
      className={classes.vote}
      aria-pressed={isOn}
      aria-label={`${t(isOn ? "wishes.unvote" : "wishes.vote", { title: post.title })}, ${t("wishes.votes", { count })}`}
      disabled={!portal.voting || post.pending}
      onClick={() =>
        vote.mutate(!isOn, { onError: (fault) => toast.failed(fault.detail || fault.title) })
      }
    >
      <IconChevronUp size={18} aria-hidden />
      <span className="tabular">{figures.number(count)}</span>
    </UnstyledButton>
  );
}
