import { ActionIcon, Group, Kbd, Tooltip, UnstyledButton } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { CreateMenu } from "./CreateMenu";
import { Crumbs } from "./Crumbs";
import { InboxBell } from "./InboxBell";
import classes from "./TopBar.module.css";
import { UserMenu } from "./UserMenu";

export function TopBar() {
  const { t } = useTranslation();
  return (
    <Group className={classes.bar} wrap="nowrap" gap="sm">
      <Crumbs />
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span>{t("shell.search")}</span>
        <Kbd size="xs">{"/"}</Kbd>
      </UnstyledButton>
      <Tooltip label={t("shell.search")}>
        <ActionIcon
          className={classes.searchIcon}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("shell.search")}
          onClick={spotlight.open}
        >
          <IconSearch size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <CreateMenu />
      <InboxBell />
      <UserMenu />
    </Group>
  );
}
