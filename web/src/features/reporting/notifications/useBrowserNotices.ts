import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type InboxItem, inboxQuery } from "@/features/core/inbox";
import { useVerb } from "@/features/core/useVerb";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { aboutOf, freshOf, linesOf, newestOf } from "./notices";
import { notificationsQuery } from "./notifications";

// A timer of the browser cannot wait longer.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * Shows one notice of the browser for all that is new while nobody looks at Northline: at once, or when the
 * quiet hours end. It opens what one message is about, and the inbox for more.
 */
export function useBrowserNotices(): void {
  const { t } = useTranslation();
  const verb = useVerb();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { data: chosen } = useQuery(notificationsQuery);
  const isOn = chosen?.browser === true && mayNotify();
  const { data: inbox } = useQuery({ ...inboxQuery, enabled: isOn });
  const items = inbox?.items;
  useEffect(() => {
    if (!isOn || !items) return;
    const mark = `northline.noticed.${workspace}`;
    const noticed = Number(localStorage.getItem(mark) ?? Number.NaN);
    const remember = () => localStorage.setItem(mark, String(newestOf(items)));
    if (Number.isNaN(noticed) || document.visibilityState === "visible") return remember();
    const fresh = freshOf(items, noticed);
    if (fresh.length === 0) return;
    let isGone = false;
    const show = async () => {
      // Quiet hours may have begun since these were read.
      const now = await cache.fetchQuery({ ...notificationsQuery, staleTime: 0 });
      if (isGone || now.quiet_until || !now.browser) return;
      remember();
      const sentence = (item: InboxItem) =>
        `${item.by?.name ?? t("activity.someone")} ${verb(item.verb)} ${aboutOf(item).title || aboutOf(item).key}`;
      const [only, ...others] = fresh;
      const key = only && aboutOf(only).key;
      if (only && key && others.length === 0) {
        const { kind } = aboutOf(only);
        notify(sentence(only), only.excerpt || only.reason, () => {
          void navigate({ to: "/$workspace/o/$kind/$key", params: { workspace, kind, key } });
        });
      } else {
        notify(
          t("notifications.fresh", { count: fresh.length }),
          linesOf(fresh.map(sentence)),
          () => void navigate({ to: "/$workspace/inbox", params: { workspace } }),
        );
      }
    };
    // Without an answer it is shown with whatever is new next.
    void show().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [isOn, items, workspace, cache, navigate, t, verb]);
  const quietUntil = isOn ? chosen.quiet_until : null;
  useEffect(() => {
    if (!quietUntil) return;
    const wait = Math.max(0, Date.parse(quietUntil) - Date.now()) + 1_000;
    const timer = setTimeout(
      () => {
        void cache.invalidateQueries(notificationsQuery);
        void cache.invalidateQueries(inboxQuery);
      },
      Math.min(wait, LONGEST_WAIT_MS),
    );
    return () => clearTimeout(timer);
  }, [quietUntil, cache]);
}

export function mayNotify(): boolean {
  return "Notification" in window && Notification.permission === "granted";
}

function notify(title: string, body: string, onOpen: () => void): void {
  // One tag for all: of several open pages only one notice stands.
  const notice = new Notification(title, { body, tag: "northline-inbox" });
  notice.onclick = () => {
    window.focus();
    onOpen();
    notice.close();
  };
}
