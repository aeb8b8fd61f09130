import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { personaQuery } from "../queries";
import type { Persona } from "../types";
import classes from "./Persona.module.css";
import { PersonaRail } from "./PersonaRail";
import { Voices } from "./Voices";

interface Props {
  id: string;
  place: Place;
}

/** A kind of person: what they want, what hurts, in their own words, and who of them was heard. */
export function PersonaView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = personaQuery(id);
  const path = `/personas/${id}`;
  const { data: persona, error } = useQuery(query);
  const { mutate } = useSave<Persona>(query.queryKey, path, persona?.key);
  if (error && !persona) throw error;
  if (!persona) return <LoadingState />;
  const save = (fields: Partial<Persona>) => mutate({ seen: persona, fields });
  const canEdit = persona.can.edit === true && persona.archived_at === null;
  return (
    <ObjectSheet
      object={persona}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<PersonaRail persona={persona} canEdit={canEdit} onSave={save} />}
      body={
        <div className={classes.body}>
          {(canEdit || persona.quote) && (
            <BlurText
              className={classes.quote}
              variant="unstyled"
              label={t("persona.quote")}
              placeholder={t("persona.quoteExample")}
              readOnly={!canEdit}
              value={persona.quote}
              onSave={(quote) => save({ quote })}
            />
          )}
          <div className={classes.two}>
            <BlurText
              label={t("persona.goals")}
              placeholder={t("persona.onePerLine")}
              minRows={3}
              readOnly={!canEdit}
              value={persona.goals}
              onSave={(goals) => save({ goals })}
            />
            <BlurText
              label={t("persona.pains")}
              placeholder={t("persona.onePerLine")}
              minRows={3}
              readOnly={!canEdit}
              value={persona.pains}
              onSave={(pains) => save({ pains })}
            />
          </div>
        </div>
      }
      told={["speaks_for"]}
      own={[{ value: "voices", label: t("persona.voices"), content: <Voices id={id} /> }]}
    />
  );
}
