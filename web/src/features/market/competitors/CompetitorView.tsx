import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { competitorQuery } from "../queries";
import type { Competitor } from "../types";
import classes from "./Competitor.module.css";
import { CompetitorRail } from "./CompetitorRail";
import { RatedBy } from "./RatedBy";

interface Props {
  id: string;
  place: Place;
}

/** What people could use instead: how it presents itself, where it is strong and weak, and how it is rated. */
export function CompetitorView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = competitorQuery(id);
  const path = `/competitors/${id}`;
  const { data: competitor, error } = useQuery(query);
  const { mutate } = useSave<Competitor>(query.queryKey, path, competitor?.key);
  if (error && !competitor) throw error;
  if (!competitor) return <LoadingState />;
  const save = (fields: Partial<Competitor>) => mutate({ seen: competitor, fields });
  const canEdit = competitor.can.edit === true && competitor.archived_at === null;
  return (
    <ObjectSheet
      object={competitor}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<CompetitorRail competitor={competitor} canEdit={canEdit} onSave={save} />}
      body={
        <div className={classes.body}>
          {(["positioning", "strengths", "weaknesses"] as const).map((name) => (
            <BlurText
              key={name}
              className={name === "positioning" ? classes.wide : undefined}
              label={t(`competitor.${name}`)}
              placeholder={
                name === "positioning"
                  ? t("competitor.positioningExample")
                  : t("persona.onePerLine")
              }
              minRows={name === "positioning" ? 1 : 3}
              readOnly={!canEdit}
              value={competitor[name]}
              onSave={(text) => save({ [name]: text })}
            />
          ))}
        </div>
      }
      own={[
        {
          value: "rated",
          label: t("comparison.title"),
          content: <RatedBy id={id} productId={competitor.product_id} />,
        },
      ]}
    />
  );
}
