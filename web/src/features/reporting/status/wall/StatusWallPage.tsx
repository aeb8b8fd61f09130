import { Select, Switch, Text, Title } from "@mantine/core";
import { IconReportAnalytics } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import classes from "./Wall.module.css";
import { WallCard } from "./WallCard";
import {
  BY,
  filtered,
  type Group,
  grouped,
  HEALTHS,
  offered,
  type WallView,
  wallQuery,
} from "./wall";

interface Props {
  view: WallView;
  onView: (change: WallView) => void;
}

/** Every project one card, the worst first: how it goes, how likely its date is, and who has been silent. */
export function StatusWallPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(wallQuery);
  const by = view.by ?? "none";
  const cards = data ? filtered(data.cards, view) : [];
  const { products, owners } = offered(data?.cards ?? []);
  const tools = (
    <>
      <Select
        size="xs"
        w={170}
        label={t("wall.groupBy")}
        allowDeselect={false}
        data={BY.map((value) => ({ value, label: t(`wall.group.${value}`) }))}
        value={by}
        onChange={(next) => onView({ by: next as WallView["by"] })}
      />
      <Select
        size="xs"
        w={170}
        label={t("wall.health")}
        clearable
        placeholder={t("wall.any")}
        data={HEALTHS.map((value) => ({ value, label: t(`health.${value}`) }))}
        value={view.health ?? null}
        onChange={(next) => onView({ health: (next as WallView["health"]) ?? undefined })}
      />
      <Select
        size="xs"
        w={170}
        label={t("kind.product")}
        clearable
        placeholder={t("wall.any")}
        data={products}
        value={view.product ?? null}
        onChange={(next) => onView({ product: next ?? undefined })}
      />
      <Select
        size="xs"
        w={170}
        label={t("wall.owner")}
        clearable
        placeholder={t("wall.any")}
        data={owners}
        value={view.owner ?? null}
        onChange={(next) => onView({ owner: next ?? undefined })}
      />
      <Switch
        size="xs"
        mt={18}
        label={t("wall.onlyStale")}
        checked={view.stale === true}
        onChange={(event) => onView({ stale: event.currentTarget.checked || undefined })}
      />
    </>
  );
  return (
    <>
      <PageHeader title={t("wall.title")} lead={t("wall.lead")} tools={tools} />
      <PageBody>
        {error && !data ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState />
        ) : data.cards.length === 0 ? (
          <EmptyState icon={IconReportAnalytics} sentence={t("wall.empty")} />
        ) : cards.length === 0 ? (
          <Text>{t("wall.noneMatches")}</Text>
        ) : (
          grouped(cards, by).map((group) => <Cards key={group.id} group={group} view={view} />)
        )}
      </PageBody>
    </>
  );
}

function Cards({ group, view }: { group: Group; view: WallView }) {
  const { t } = useTranslation();
  const by = view.by ?? "none";
  const title =
    by === "health" ? t(`health.${group.id as "at_risk"}`) : group.title || t("wall.without");
  return (
    <section aria-label={by === "none" ? t("wall.title") : title}>
      {by !== "none" && (
        <Title order={2} size="h4" my="md">
          {title}{" "}
          <Text span c="dimmed">
            {group.cards.length}
          </Text>
        </Title>
      )}
      <ul className={classes.cards}>
        {group.cards.map((card) => (
          <WallCard key={card.id} card={card} />
        ))}
      </ul>
    </section>
  );
}
