import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { KindIcon } from "@/ui/KindIcon";
import { useKindWord } from "@/ui/kinds";
import { NAV } from "@/ui/shell/nav";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import classes from "./TopBar.module.css";

/** Pages that are no entry of the navigation. */
const BESIDE: Readonly<Record<string, string>> = {
  settings: "settings.title",
  levelling: "levelling.title",
  recovery: "recovery.title",
};

/** Where one is: workspace, section, object; of an object's, a phone shows the last two. */
export function Crumbs() {
  const { t } = useTranslation();
  const session = useSession();
  const workspace = useWorkspace();
  const kindWord = useKindWord();
  const [, , section, kind, key] = useLocation().pathname.split("/");
  const entry = NAV.find((candidate) => candidate.to === section);
  const name = entry ? `nav.${entry.word}` : BESIDE[section ?? ""];
  const isObject = section === "o" && kind && key;
  return (
    <nav className={classes.crumbs} aria-label={t("shell.crumbs")}>
      <Link
        to="/$workspace/home"
        params={{ workspace }}
        className={classes.crumb}
        data-above={isObject ? true : undefined}
      >
        {session.workspace.name}
      </Link>
      <span aria-hidden data-above={isObject ? true : undefined}>
        /
      </span>
      {isObject ? (
        <>
          <KindIcon kind={kind} />
          <span className={classes.crumb}>{kindWord(kind)}</span>
          <span className={classes.here}>{decodeURIComponent(key)}</span>
        </>
      ) : (
        <span className={classes.here} aria-current="page">
          {name && t(name)}
        </span>
      )}
    </nav>
  );
}
