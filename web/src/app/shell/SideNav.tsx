import { useSession } from "@/api/session";
import { navFor } from "@/ui/shell/nav";
import { NavItem } from "./NavItem";
import { PerspectiveSwitch } from "./PerspectiveSwitch";
import classes from "./SideNav.module.css";
import { useBuiltNav } from "./useBuiltNav";
import { usePerspective } from "./usePerspective";
import { WorkspaceMenu } from "./WorkspaceMenu";

interface Props {
  /** After a choice: the drawer on a phone closes. */
  onChosen?: () => void;
}

export function SideNav({ onChosen }: Props) {
  const session = useSession();
  const entries = useBuiltNav();
  const { perspective } = usePerspective();
  const own = navFor(perspective, entries);
  return (
    <div className={classes.nav}>
      <WorkspaceMenu session={session} />
      <PerspectiveSwitch />
      <nav className={classes.list} aria-label={session.workspace.name}>
        {own.map((entry) => (
          <NavItem key={entry.to} entry={entry} onChosen={onChosen} />
        ))}
        {own.length > 0 && <hr className={classes.rule} />}
        {entries
          .filter((entry) => entry.belongs === "both")
          .map((entry) => (
            <NavItem key={entry.to} entry={entry} onChosen={onChosen} />
          ))}
      </nav>
    </div>
  );
}
