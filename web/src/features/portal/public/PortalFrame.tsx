import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { KeyPage } from "./KeyPage";
import { LockedPortal } from "./LockedPortal";
import classes from "./Portal.module.css";
import { VisitorMenu } from "./VisitorMenu";
import { type PublicPortal, portalQuery } from "./wishes";

interface Props {
  slug: string;
  /** From a mailed link. */
  mailedKey?: string;
  onKeyUsed: () => void;
  children: (portal: PublicPortal) => ReactNode;
}

/** The public pages of a portal: its name, its sections, who is looking. No account needed. */
export function PortalFrame({ slug, mailedKey, onKeyUsed, children }: Props) {
  const { t } = useTranslation();
  const { data: portal, error, refetch } = useQuery({ ...portalQuery(slug), enabled: !mailedKey });
  if (mailedKey) return <KeyPage slug={slug} mailedKey={mailedKey} onUsed={onKeyUsed} />;
  if (error?.code === "portal.locked") {
    const ways = Array.isArray(error.extra.ways) ? error.extra.ways : [];
    return <LockedPortal slug={slug} hasPassphrase={ways.includes("passphrase")} />;
  }
  if (error && !portal) {
    const isGone = error.status === 404;
    return (
      <main className={classes.page}>
        <ErrorState
          title={isGone ? t("wishes.gone") : error.title}
          detail={isGone ? t("wishes.goneDetail") : error.detail}
          isQuiet={isGone}
          action={!isGone && <Button onClick={() => void refetch()}>{t("retry")}</Button>}
        />
      </main>
    );
  }
  if (!portal) return <LoadingState />;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.headInside}>
          <p className={classes.name}>{portal.title}</p>
          <nav aria-label={t("wishes.sections")} className={classes.sections}>
            <Link
              to="/p/$slug"
              params={{ slug }}
              activeOptions={{ exact: true, includeSearch: false }}
              className={classes.section}
            >
              {t("wishes.ideas")}
            </Link>
            <Link to="/p/$slug/changelog" params={{ slug }} className={classes.section}>
              {t("wishes.news")}
            </Link>
          </nav>
          <VisitorMenu portal={portal} />
        </div>
      </header>
      <main className={classes.body}>{children(portal)}</main>
      <footer className={classes.foot}>{t("wishes.foot")}</footer>
    </div>
  );
}
