import { Avatar, Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconDeviceLaptop, IconLogout, IconSettings } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { useSignOut } from "@/features/accounts/useSignOut";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { ThemeSwitch } from "./ThemeSwitch";

export function UserMenu() {
  const { t } = useTranslation();
  const { person } = useSession();
  const workspace = useWorkspace();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar size={28} name={person.name} color="north" aria-hidden />
          <VisuallyHidden>{t("shell.you", { name: person.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <ThemeSwitch />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} />}
          renderRoot={(props) => (
            <Link {...props} to="/$workspace/settings/profile" params={{ workspace }} />
          )}
        >
          {t("settings.title")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDeviceLaptop size={16} />}
          renderRoot={(props) => (
            <Link {...props} to="/$workspace/settings/sessions" params={{ workspace }} />
          )}
        >
          {t("settings.sessions")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t("shell.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
