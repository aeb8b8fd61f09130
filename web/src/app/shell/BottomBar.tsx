import { Drawer, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUnseen } from "@/features/core/inbox";
import { navLink } from "@/ui/shell/navLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import classes from "./BottomBar.module.css";
import { SideNav } from "./SideNav";
import { useBuiltNav } from "./useBuiltNav";

/** The places one triages from and reports to on the way. */
const PLACES = new Set(["home", "inbox", "my-work", "timesheet", "search"]);

/** On a phone: those places, and the whole navigation behind a menu. */
export function BottomBar() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const unseen = useUnseen();
  const [opened, drawer] = useDisclosure();
  const entries = useBuiltNav().filter((entry) => PLACES.has(entry.to));
  return (
    <div className={classes.bar}>
      {entries.map(({ icon: Icon, ...entry }) => (
        <Link
          key={entry.to}
          {...navLink({ icon: Icon, ...entry }, workspace)}
          className={classes.item}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          {t(`nav.${entry.word}`)}
          {entry.to === "inbox" && unseen > 0 && <span className={classes.dot} />}
        </Link>
      ))}
      <UnstyledButton className={classes.item} onClick={drawer.open}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
        {t("shell.menu")}
      </UnstyledButton>
      <Drawer opened={opened} onClose={drawer.close} size={280} title={t("shell.menu")}>
        <SideNav onChosen={drawer.close} />
      </Drawer>
    </div>
  );
}
