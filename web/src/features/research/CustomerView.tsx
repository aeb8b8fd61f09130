import { Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Activity } from "@/features/core/Activity";
import { ItemRow } from "@/features/core/ItemRow";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { rowsOf } from "./listing";
import { customersQuery, insightsQuery } from "./queries";

interface Props {
  id: string;
}

/** Who said it, and everything noted from them. Read only: a customer is named while noting an insight. */
export function CustomerView({ id }: Props) {
  const { t } = useTranslation();
  const { data: customers, error } = useQuery(customersQuery);
  const listing = useInfiniteQuery(insightsQuery({ customer_id: id }));
  const insights = rowsOf(listing);
  const known = customers?.find((each) => each.id === id);
  // A long list of customers comes in pages; the evidence names its customer too.
  const customer = known ?? insights?.find((each) => each.customer?.id === id)?.customer;
  const fault = error ?? listing.error;
  if (!customer) {
    if (fault) return <ErrorState title={fault.title} detail={fault.detail} />;
    if (!customers || !insights) return <LoadingState rows={4} />;
    return <ErrorState title={t("missing.title")} detail={t("missing.detail")} isQuiet />;
  }
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="customer" />
          <KeyBadge value={customer.key} />
        </>
      }
      title={<InlineTitle value={customer.title} canEdit={false} onSave={() => undefined} />}
      rail={
        <Rail>
          <RailField label={t("customer.segment")}>
            <Text size="sm">{known?.segment || t("customer.noSegment")}</Text>
          </RailField>
        </Rail>
      }
    >
      <section>
        <Title order={2} fz="sm" mb={4}>
          {t("discover.insights")}
        </Title>
        {!insights ? (
          <LoadingState rows={2} />
        ) : insights.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("customer.silent")}
          </Text>
        ) : (
          insights.map((insight) => <ItemRow key={insight.id} item={insight} />)
        )}
      </section>
      <section>
        <Title order={2} fz="sm" mt="lg" mb={4}>
          {t("activity.title")}
        </Title>
        <Activity subject={{ kind: "customer", id }} />
      </section>
    </ObjectFrame>
  );
}
