import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";

/** The way to what was agreed with those who were interviewed. */
export function InterviewsButton() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link {...props} to="/$workspace/discover/interviews" params={{ workspace }} />
      )}
    >
      {t("interview.enter")}
    </Button>
  );
}
