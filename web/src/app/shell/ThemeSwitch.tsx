import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type ThemeChoice, useSession } from "@/api/session";
import { useProfile } from "@/features/accounts/useProfile";

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { person } = useSession();
  const profile = useProfile();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      my="xs"
      aria-label={t("theme.title")}
      value={person.theme}
      onChange={(theme) => profile.mutate({ theme: theme as ThemeChoice })}
      data={[
        { value: "light", label: t("theme.light") },
        { value: "dark", label: t("theme.dark") },
        { value: "auto", label: t("theme.auto") },
      ]}
    />
  );
}
