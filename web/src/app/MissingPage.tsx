import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";

interface Props {
  /** In the side panel the way out is to close it. */
  isPanel?: boolean;
}

export function MissingPage({ isPanel = false }: Props) {
  const { t } = useTranslation();
  return (
    <ErrorState
      title={t("missing.title")}
      detail={t("missing.detail")}
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
