import {
  IconBellRinging,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSettings,
  type TablerIcon,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { useProfile } from "@/features/accounts/useProfile";
import { useSignOut } from "@/features/accounts/useSignOut";
import { useAtHand, useRemind } from "@/features/reporting/reminders/useRemind";
import { iconOf, useKindWord } from "@/ui/kinds";
import { navLink } from "@/ui/shell/navLink";
import { creatables } from "@/ui/shell/registry";
import { useCreate } from "@/ui/shell/useCreate";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useBuiltNav } from "../shell/useBuiltNav";

export interface Deed {
  label: string;
  icon: TablerIcon;
  run: () => void;
}

/** Everything the palette can do besides opening an object. */
export function useDeeds(): Deed[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const create = useCreate();
  const profile = useProfile();
  const signOut = useSignOut();
  const kindWord = useKindWord();
  const remind = useRemind();
  const atHand = useAtHand();
  const pages = useBuiltNav().map((entry) => ({
    label: t("shortcuts.goTo", { page: t(`nav.${entry.word}`) }),
    icon: entry.icon,
    run: () => void navigate(navLink(entry, workspace)),
  }));
  const creations = creatables(can).map(({ kind }) => ({
    label: t("create.title", { kind: kindWord(kind).toLowerCase() }),
    icon: iconOf(kind),
    run: () => create.open(kind),
  }));
  const themes = (["light", "dark", "auto"] as const).map((theme) => ({
    label: t("theme.use", { theme: t(`theme.${theme}`).toLowerCase() }),
    icon: IconMoon,
    run: () => profile.mutate({ theme }),
  }));
  const reminding = atHand
    ? [{ label: t("reminder.verb"), icon: IconBellRinging, run: () => remind.open(atHand) }]
    : [];
  return [
    ...reminding,
    ...pages,
    ...creations,
    {
      label: t("settings.title"),
      icon: IconSettings,
      run: () => void navigate({ to: "/$workspace/settings/profile", params: { workspace } }),
    },
    ...themes,
    {
      label: t("shortcuts.title"),
      icon: IconKeyboard,
      run: () => window.dispatchEvent(new KeyboardEvent("keydown", { key: "?" })),
    },
    { label: t("shell.signOut"), icon: IconLogout, run: () => signOut.mutate() },
  ];
}
