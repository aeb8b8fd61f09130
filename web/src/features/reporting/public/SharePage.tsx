import { Button, Group, SegmentedControl } from "@mantine/core";
import { IconPresentation } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { Presentation } from "../present/Presentation";
import { SharedStatusView } from "../status/SharedStatusView";
import { useLastLook } from "./lastLook";
import { SharedNews } from "./SharedNews";
import { SharedRoadmapView } from "./SharedRoadmapView";
import { SharedTimelineView } from "./SharedTimelineView";
import classes from "./SharePage.module.css";
import { SharePassword } from "./SharePassword";
import { look, sharedQuery } from "./shared";

interface Props {
  token: string;
  view: "chart" | "table";
  onView: (view: "chart" | "table") => void;
  /** The step of the presentation; nothing while it is read as a page. */
  at: number | undefined;
  onAt: (at: number | undefined) => void;
}

/** What a share link opens: one view, for reading, without an account. */
export function SharePage({ token, view, onView, at, onAt }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  // Kept in this tab alone: the ticket is as good as the password for a while.
  const [ticket, setTicket] = useState<string>();
  const { data: shared, error, refetch } = useQuery(sharedQuery(token, ticket));
  const lastLook = useLastLook(token, shared?.shown_at);
  const isOpen = shared !== undefined;
  useEffect(() => {
    if (isOpen) void look(token, ticket);
  }, [isOpen, token, ticket]);
  if (error?.code === "share.password") return <SharePassword token={token} onOpen={setTicket} />;
  if (error && !shared) {
    const isClosed = error.code === "share.closed" || error.status === 404;
    return (
      <main className={classes.closed}>
        <ErrorState
          title={isClosed ? t("shared.closed") : error.title}
          detail={isClosed ? t("shared.closedDetail") : error.detail}
          isQuiet={isClosed}
          action={!isClosed && <Button onClick={() => void refetch()}>{t("retry")}</Button>}
        />
      </main>
    );
  }
  if (!shared) return <LoadingState />;
  const subtitle = `${shared.subject} · ${t("shared.asOf", {
    when: figures.dateTime(shared.frozen_at ?? shared.shown_at),
  })}`;
  if (at !== undefined && shared.roadmap) {
    return (
      <Presentation
        title={shared.title}
        subtitle={subtitle}
        roadmap={shared.roadmap}
        layout={shared.layout}
        at={at}
        onAt={onAt}
        onClose={() => onAt(undefined)}
      />
    );
  }
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{shared.title}</h1>
          <p className={classes.subject}>{subtitle}</p>
        </div>
        <Group gap="sm">
          {shared.roadmap && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPresentation size={16} aria-hidden />}
              onClick={() => onAt(0)}
            >
              {t("present.start")}
            </Button>
          )}
          {!shared.status && (
            <SegmentedControl
              size="xs"
              aria-label={t("shared.view")}
              value={view}
              data={[
                { value: "chart", label: t("shared.chart") },
                {
                  value: "table",
                  label: t(shared.view === "roadmap" ? "shared.list" : "shared.table"),
                },
              ]}
              onChange={(next) => onView(next === "table" ? "table" : "chart")}
            />
          )}
        </Group>
      </header>
      {lastLook && shared.roadmap && !shared.frozen_at && (
        <SharedNews token={token} ticket={ticket} since={lastLook} />
      )}
      <main className={classes.body}>
        {shared.roadmap && (
          <SharedRoadmapView
            title={shared.title}
            roadmap={shared.roadmap}
            layout={shared.layout}
            view={view}
          />
        )}
        {shared.status && <SharedStatusView status={shared.status} />}
        {shared.timeline && (
          <SharedTimelineView
            title={shared.title}
            timeline={shared.timeline}
            fields={shared.fields}
            view={view}
          />
        )}
      </main>
      <footer className={classes.foot}>{t("shared.foot")}</footer>
    </div>
  );
}
