import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";

/** The way to bringing in an export. */
export function ImportButton() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link {...props} to="/$workspace/discover/import" params={{ workspace }} />
      )}
    >
      {t("researchImport.enter")}
    </Button>
  );
}
