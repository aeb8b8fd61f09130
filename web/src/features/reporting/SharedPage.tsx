import { Button, SegmentedControl, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Door } from "@/features/accounts/Door";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { SharedChart } from "./SharedChart";
import classes from "./SharedPage.module.css";
import { sharedQuery } from "./shared";
import { UnlockForm } from "./UnlockForm";

interface View {
  view?: "table";
  zoom?: string;
}

interface Props {
  token: string;
  view: View;
  onView: (change: View) => void;
}

/** What a stakeholder without an account sees: one view, made for reading. */
export function SharedPage({ token, view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [ticket, setTicket] = useState<string>();
  const { data: shared, error, refetch } = useQuery(sharedQuery(token, ticket));
  useDocumentTitle(shared?.title ?? t("share.shared"));
  if (error?.code === "share.password") return <UnlockForm token={token} onTicket={setTicket} />;
  if (error?.code === "share.closed")
    return (
      <Door title={t("share.isClosed")} lead={error.detail}>
        {null}
      </Door>
    );
  if (error && !shared) {
    return (
      <ErrorState
        title={error.title}
        detail={error.detail}
        action={<Button onClick={() => void refetch()}>{t("retry")}</Button>}
      />
    );
  }
  if (!shared) return <LoadingState />;
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <div>
          <Title order={1} size="h2">
            {shared.title}
          </Title>
          <Text c="dimmed" size="sm">
            {shared.subject} · {t("share.asOf", { when: figures.dateTime(shared.shown_at) })}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t("share.views")}
          value={view.view ?? "chart"}
          data={[
            { value: "chart", label: t("share.chart") },
            { value: "table", label: t("share.table") },
          ]}
          onChange={(next) => onView({ view: next === "table" ? "table" : undefined })}
        />
      </header>
      <div className={classes.chart}>
        <SharedChart
          shared={shared}
          view={view.view ?? "chart"}
          zoom={view.zoom}
          onZoom={(zoom) => onView({ zoom })}
        />
      </div>
      <footer className={classes.footer}>{t("share.made")}</footer>
    </main>
  );
}
