import { Title } from "@mantine/core";
import { IconBriefcase } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { FindingRow } from "./FindingRow";
import classes from "./Morning.module.css";
import { MorningList, MorningRule } from "./MorningList";
import { type Morning, morningQuery } from "./morning";

/** The few next actions that matter most in the projects one manages, each with why. */
export function MorningPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(morningQuery);
  return (
    <>
      <PageHeader title={t("morning.title")} lead={t("morning.lead")} />
      <PageBody>
        {error && !data ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState />
        ) : isNobodys(data) ? (
          <EmptyState icon={IconBriefcase} sentence={t("morning.noProjects")} />
        ) : (
          <>
            <MorningList morning={data} />
            <MorningRule />
            {data.asleep.length > 0 && (
              <section>
                <Title order={2} size="h4" mt="lg">
                  {t("morning.asleep")}
                </Title>
                <ul className={classes.list}>
                  {data.asleep.map((finding) => (
                    <FindingRow key={finding.id} finding={finding} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </PageBody>
    </>
  );
}

/** Somebody who manages no project, and of whom nobody waits for anything. */
export function isNobodys(morning: Morning): boolean {
  return morning.projects + morning.findings.length + morning.asleep.length === 0;
}
