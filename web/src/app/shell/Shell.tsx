import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "@/api/live";
import { useBrowserNotices } from "@/features/reporting/notifications/useBrowserNotices";
import { RemindModal } from "@/features/reporting/reminders/RemindModal";
import { Palette } from "../palette/Palette";
import { BottomBar } from "./BottomBar";
import { CreateModal } from "./CreateModal";
import { PeekPanel } from "./PeekPanel";
import classes from "./Shell.module.css";
import { ShellShortcuts } from "./ShellShortcuts";
import { SideNav } from "./SideNav";
import { TopBar } from "./TopBar";
import { UnsentBar } from "./UnsentBar";

/** The one frame around every page of a workspace. */
export function Shell() {
  const { t } = useTranslation();
  useLive();
  useBrowserNotices();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t("shell.skip")}
      </a>
      <aside className={classes.nav} aria-label={t("shell.menu")}>
        <SideNav />
      </aside>
      <header className={classes.bar}>
        <TopBar />
      </header>
      <main className={classes.main} id="main" tabIndex={-1}>
        <UnsentBar />
        <Outlet />
      </main>
      <PeekPanel />
      <BottomBar />
      <CreateModal />
      <RemindModal />
      <Palette />
      <ShellShortcuts />
    </div>
  );
}
