import { Badge, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Activity } from "@/features/core/Activity";
import { ItemRow } from "@/features/core/ItemRow";
import { OwnFields } from "@/features/core/list/OwnFields";
import { LinksPanel } from "@/features/links/LinksPanel";
import { ObjectMenu } from "@/features/throughline/ObjectMenu";
import type { Place } from "@/features/throughline/useObjectTab";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { useSave } from "@/ui/useSave";
import { useFigures } from "@/ui/words/figures";
import { CustomerRail } from "./CustomerRail";
import { ListFrame } from "./ListFrame";
import { customerQuery, insightsQuery, peopleQuery } from "./queries";
import type { Customer } from "./types";

interface Props {
  id: string;
  place: Place;
}

/** Who said it: what they are worth to us, who belongs to them, and everything noted from them. */
export function CustomerView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = customerQuery(id);
  const path = `/customers/${id}`;
  const { data: customer, error } = useQuery(query);
  const { mutate } = useSave<Customer>(query.queryKey, path, customer?.key);
  if (error && !customer) throw error;
  if (!customer) return <LoadingState rows={4} />;
  const save = (fields: Partial<Customer>) => mutate({ seen: customer, fields });
  const canEdit = customer.can.edit === true && customer.archived_at === null;
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="customer" />
          <KeyBadge value={customer.key} />
          {customer.archived_at && (
            <Badge variant="default" size="sm">
              {t("archival.archived")}
            </Badge>
          )}
          <ObjectMenu object={customer} path={path} place={place} />
        </>
      }
      title={
        <InlineTitle value={customer.title} canEdit={canEdit} onSave={(title) => save({ title })} />
      }
      rail={
        <>
          <CustomerRail customer={customer} canEdit={canEdit} onSave={save} />
          <OwnFields object={customer} />
        </>
      }
    >
      <LinksPanel object={customer} canEdit={canEdit} />
      {customer.type === "company" && <People id={id} />}
      <Insights id={id} />
      <section>
        <Title order={2} fz="sm" mt="lg" mb={4}>
          {t("activity.title")}
        </Title>
        <Activity subject={{ kind: "customer", id }} />
      </section>
    </ObjectFrame>
  );
}

function People({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: people } = useQuery(peopleQuery(id));
  if (!people || people.length === 0) return null;
  return (
    <section>
      <Title order={2} fz="sm" mt="lg" mb={4}>
        {t("customer.people")}
      </Title>
      {people.map((person) => (
        <ItemRow key={person.id} item={person} />
      ))}
    </section>
  );
}

function Insights({ id }: { id: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const listing = useInfiniteQuery(insightsQuery({ customer_id: id }));
  return (
    <section>
      <Title order={2} fz="sm" mt="lg" mb={4}>
        {t("discover.insights")}
      </Title>
      <ListFrame
        listing={listing}
        empty={
          <Text size="sm" c="dimmed">
            {t("customer.silent")}
          </Text>
        }
      >
        {(insights) =>
          insights.map((insight) => (
            <ItemRow key={insight.id} item={insight} end={figures.ago(insight.created_at)} />
          ))
        }
      </ListFrame>
    </section>
  );
}
