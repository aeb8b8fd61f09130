import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Door } from "@/ui/Door";
import { useSignOut } from "./useSignOut";

/** For someone who is signed in and is a member of nothing (any more). */
export function NoWorkspacePage() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Door title={t("noWorkspace.title")} lead={t("noWorkspace.lead")}>
      <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {t("shell.signOut")}
      </Button>
    </Door>
  );
}
