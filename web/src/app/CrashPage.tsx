import { Button } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Problem } from "@/api/problem";
import { ErrorState } from "@/ui/ErrorState";
import { MissingPage } from "./MissingPage";

/** What a page shows when it could not be loaded or drawn. */
export function CrashPage({ error, reset, isPanel }: ErrorComponentProps & { isPanel?: boolean }) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof Problem && error.status === 404) return <MissingPage isPanel={isPanel} />;
  if (error instanceof Problem && error.status === 403) {
    return <MissingPage forbidden={error.detail} isPanel={isPanel} />;
  }
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const detail = error instanceof Problem ? error.detail : "";
  return (
    <ErrorState
      title={error instanceof Problem && error.title ? error.title : t("crash.title")}
      detail={detail || t("crash.detail")}
      action={<Button onClick={retry}>{t("crash.retry")}</Button>}
    />
  );
}
