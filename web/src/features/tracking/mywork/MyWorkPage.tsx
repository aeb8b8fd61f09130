import { Stack, Title } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { MyTaskRow } from "./MyTaskRow";
import classes from "./MyWork.module.css";
import { byWhen, myWorkQuery } from "./work";

/** What I own or am assigned to in every project, by when it is due, and how far I am with it. */
export function MyWorkPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(myWorkQuery);
  return (
    <>
      <PageHeader title={t("myWork.title")} lead={t("myWork.lead")} narrow />
      <PageBody narrow>
        {error && !data ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState />
        ) : data.items.length === 0 ? (
          <EmptyState icon={IconChecklist} sentence={t("myWork.empty")} />
        ) : (
          <Stack gap="xl">
            {byWhen(data.items).map(([when, items]) => (
              <section key={when} aria-label={t(`myWork.when.${when}`)}>
                <Title order={2} className={classes.when} data-when={when}>
                  {t(`myWork.when.${when}`)} <span className={classes.count}>{items.length}</span>
                </Title>
                <ul className={classes.tasks}>
                  {items.map((item) => (
                    <MyTaskRow key={item.id} task={item} />
                  ))}
                </ul>
              </section>
            ))}
          </Stack>
        )}
      </PageBody>
    </>
  );
}
