import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <ErrorState
      title={t("missing.title")}
      detail={t("missing.detail")}
      action={
        <Button component="a" href="/" variant="default">
          {t("missing.home")}
        </Button>
      }
    />
  );
}
