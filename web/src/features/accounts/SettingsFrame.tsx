import { Link, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useTabInView } from "@/ui/useTabInView";
import classes from "./SettingsFrame.module.css";

const PLACES = [
  "profile",
  "notifications",
  "reminders",
  "sessions",
  "tokens",
  "calendars",
  "members",
  "fields",
  "lists",
  "types",
  "shares",
  "files",
] as const;
/** What is laid out over the whole width. */
const WIDE = ["shares", "lists"];

export function SettingsFrame() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const router = useRouter();
  const { pathname } = useLocation();
  const row = useTabInView(pathname);
  const built = PLACES.filter((place) => `/$workspace/settings/${place}` in router.routesByPath);
  return (
    <>
      <PageHeader
        title={t("settings.title")}
        tools={
          <nav ref={row} className={classes.places} aria-label={t("settings.title")}>
            {built.map((place) => (
              <Link
                key={place}
                to={`/$workspace/settings/${place as "profile"}`}
                params={{ workspace }}
                className={classes.place}
              >
                {t(`settings.${place}`)}
              </Link>
            ))}
          </nav>
        }
      />
      <PageBody narrow={!WIDE.some((place) => pathname.endsWith(`/${place}`))}>
        <Outlet />
      </PageBody>
    </>
  );
}
