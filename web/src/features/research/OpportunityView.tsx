import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { RichText } from "@/ui/text/RichText";
import { useSave } from "@/ui/useSave";
import { OpportunityChildren } from "./OpportunityChildren";
import { OpportunityRail } from "./OpportunityRail";
import { QuoteList } from "./QuoteList";
import { opportunityQuery } from "./queries";
import type { Opportunity } from "./types";
import { useOpportunities } from "./useOpportunities";

interface Props {
  id: string;
  place: Place;
}

export function OpportunityView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = opportunityQuery(id);
  const path = `/opportunities/${id}`;
  const { data: opportunity, error } = useQuery(query);
  const siblings = useOpportunities(opportunity?.product_id);
  const { mutate } = useSave<Opportunity>(query.queryKey, path, opportunity?.key);
  if (error && !opportunity) throw error;
  if (!opportunity) return <LoadingState />;
  const save = (fields: Partial<Opportunity>) => mutate({ seen: opportunity, fields });
  const canEdit = opportunity.can.edit === true && opportunity.archived_at === null;
  const children = siblings.filter(({ parent_id }) => parent_id === id);
  const below = {
    value: "below",
    label: t("opportunity.below", { count: children.length }),
    content: <OpportunityChildren items={children} />,
  };
  return (
    <ObjectSheet
      object={opportunity}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <OpportunityRail
          opportunity={opportunity}
          siblings={siblings}
          canEdit={canEdit}
          onSave={save}
        />
      }
      body={
        <>
          <RichText doc={opportunity.body} canEdit={canEdit} onSave={(body) => save({ body })} />
          <QuoteList kind="opportunity" id={id} />
        </>
      }
      own={children.length > 0 ? [below] : []}
    />
  );
}
