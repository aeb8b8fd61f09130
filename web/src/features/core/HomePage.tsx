import { IconPackage } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { MorningSection } from "@/features/reporting/morning/MorningSection";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ChangeRow } from "./ChangeRow";
import { HomeEnd } from "./HomeEnd";
import classes from "./HomePage.module.css";
import { homeQuery } from "./home";
import { ItemRow } from "./ItemRow";
import { NoProduct } from "./NoProduct";
import { Section } from "./Section";
import { UpdateDue } from "./UpdateDue";
import { useProduct } from "./useProduct";

export function HomePage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { products, isPending } = useProduct();
  const { data: home, error, refetch } = useQuery(homeQuery);
  const firstName = person.name.split(" ")[0] ?? person.name;
  return (
    <>
      <PageHeader title={t("home.title", { name: firstName })} lead={t("home.mine")} />
      <PageBody>
        {error && !home ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !home || isPending ? (
          <LoadingState />
        ) : products.length === 0 && home.projects.length === 0 ? (
          <NoProduct icon={IconPackage} sentence={t("home.welcome")} />
        ) : (
          <div className={classes.column}>
            <MorningSection />
            <div className={classes.columns}>
              <div className={classes.column}>
                {home.charters.length > 0 && (
                  <Section title={t("home.charters")} empty="">
                    {home.charters.map((item) => (
                      <ItemRow key={item.id} item={item} end={<HomeEnd item={item} />} />
                    ))}
                  </Section>
                )}
                {home.updates_due.length > 0 && (
                  <Section title={t("update.due")} empty="">
                    {home.updates_due.map((item) => (
                      <ItemRow key={item.id} item={item} end={<UpdateDue item={item} />} />
                    ))}
                  </Section>
                )}
                <Section title={t("home.initiatives")} empty={t("home.noInitiatives")}>
                  {home.initiatives.map((item) => (
                    <ItemRow key={item.id} item={item} end={<HomeEnd item={item} />} />
                  ))}
                </Section>
                <Section title={t("home.projects")} empty={t("home.noProjects")}>
                  {home.projects.map((item) => (
                    <ItemRow key={item.id} item={item} end={<HomeEnd item={item} />} />
                  ))}
                </Section>
              </div>
              <Section title={t("home.changes")} empty={t("home.noChanges")}>
                {home.changes.map((change) => (
                  <ChangeRow
                    key={change.id}
                    change={change}
                    namesObject
                    why={change.also > 0 ? t("inbox.also", { count: change.also }) : undefined}
                  />
                ))}
              </Section>
            </div>
          </div>
        )}
      </PageBody>
    </>
  );
}
