import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Session } from "@/api/session";
import classes from "./WorkspaceMenu.module.css";

interface Props {
  session: Session;
}

/** The workspace one is in; a menu when there are several. */
export function WorkspaceMenu({ session }: Props) {
  const { t } = useTranslation();
  const { workspace, memberships } = session;
  const mark = (
    <>
      <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={20} height={20} />
      <span className={classes.name}>{workspace.name}</span>
    </>
  );
  if (memberships.length < 2) return <div className={classes.workspace}>{mark}</div>;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace} aria-label={t("shell.switchWorkspace")}>
          {mark}
          <IconSelector size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {memberships.map((membership) => (
          // Another workspace is another cache: a whole load leaves nothing of this one behind.
          <Menu.Item
            key={membership.workspace.slug}
            component="a"
            href={`/${membership.workspace.slug}/home`}
            rightSection={membership.workspace.slug === workspace.slug && <IconCheck size={16} />}
          >
            {membership.workspace.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
