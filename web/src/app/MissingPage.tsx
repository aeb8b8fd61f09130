import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";

interface Props {
  /** Who may not see what is there, and what that takes. */
  forbidden?: string | undefined;
  /** In the side panel the way out is to close it. */
  isPanel?: boolean;
}

export function MissingPage({ forbidden, isPanel = false }: Props) {
  const { t } = useTranslation();
  return (
    <ErrorState
      title={forbidden ? t("missing.forbidden") : t("missing.title")}
      detail={forbidden || t("missing.detail")}
      isQuiet
      action={
        !isPanel && (
          <Button component="a" href="/" variant="default">
            {t("missing.home")}
          </Button>
        )
      }
    />
  );
}
