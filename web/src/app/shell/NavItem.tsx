import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUnseen } from "@/features/core/inbox";
import type { NavEntry } from "@/ui/shell/nav";
import { navLink } from "@/ui/shell/navLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import classes from "./SideNav.module.css";

interface Props {
  entry: NavEntry;
  onChosen?: () => void;
}

export function NavItem({ entry, onChosen }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const unseen = useUnseen();
  const Icon = entry.icon;
  return (
    <Link {...navLink(entry, workspace)} className={classes.item} onClick={onChosen}>
      <Icon size={18} stroke={1.6} aria-hidden />
      {t(`nav.${entry.word}`)}
      {entry.to === "inbox" && unseen > 0 && (
        <span className={classes.count}>{unseen > 99 ? "99+" : unseen}</span>
      )}
    </Link>
  );
}
