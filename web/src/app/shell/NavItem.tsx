import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUnseen } from "@/features/core/inbox";
import { useWaiting } from "@/features/research/inbox";
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
  const counts: Record<string, number> = { inbox: useUnseen(), discover: useWaiting().new };
  const count = counts[entry.to] ?? 0;
  const Icon = entry.icon;
  return (
    <Link {...navLink(entry, workspace)} className={classes.item} onClick={onChosen}>
      <Icon size={18} stroke={1.6} aria-hidden />
      {t(`nav.${entry.word}`)}
      {count > 0 && <span className={classes.count}>{count > 99 ? "99+" : count}</span>}
    </Link>
  );
}
