import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { useSave } from "@/ui/useSave";
import { AttitudeMark } from "./AttitudeMark";
import { stakeholderQuery } from "./queries";
import { Tellings } from "./Tellings";
import { ATTITUDES, type Stakeholder } from "./types";

interface Props {
  id: string;
  place: Place;
}

const QUIET = { variant: "unstyled", size: "sm" } as const;

export function StakeholderView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = stakeholderQuery(id);
  const path = `/stakeholders/${id}`;
  const { data: person, error } = useQuery(query);
  const { mutate } = useSave<Stakeholder & { member_id?: string | null }>(
    query.queryKey,
    path,
    person?.key,
  );
  if (error && !person) throw error;
  if (!person) return <LoadingState />;
  const save = (fields: Partial<Stakeholder> & { member_id?: string | null }) =>
    mutate({ seen: person, fields });
  const canEdit = person.can.edit === true && person.archived_at === null;
  return (
    <ObjectSheet
      object={person}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <Rail>
          <RailField label={t("stakeholder.member")}>
            {canEdit ? (
              <PersonSelect
                {...QUIET}
                aria-label={t("stakeholder.member")}
                value={person.member?.id ?? null}
                onChange={(member_id) => save({ member_id })}
              />
            ) : (
              <PersonPill person={person.member} />
            )}
          </RailField>
          {(["position", "organisation"] as const).map((field) => (
            <RailField key={field} label={t(`stakeholder.${field}`)}>
              {canEdit ? (
                <TextInput
                  {...QUIET}
                  key={person.version}
                  aria-label={t(`stakeholder.${field}`)}
                  maxLength={200}
                  placeholder="–"
                  defaultValue={person[field]}
                  onBlur={(event) => {
                    const next = event.currentTarget.value.trim();
                    if (next !== person[field]) save({ [field]: next });
                  }}
                />
              ) : (
                person[field] || "–"
              )}
            </RailField>
          ))}
          {(["power", "interest"] as const).map((field) => (
            <RailField key={field} label={t(`stakeholder.${field}`)}>
              {canEdit ? (
                <NumberInput
                  {...QUIET}
                  key={person.version}
                  hideControls
                  aria-label={t(`stakeholder.${field}`)}
                  min={0}
                  max={100}
                  defaultValue={person[field]}
                  onBlur={(event) => {
                    const next = Number.parseInt(event.currentTarget.value, 10);
                    if (Number.isFinite(next) && next !== person[field]) save({ [field]: next });
                  }}
                />
              ) : (
                person[field]
              )}
            </RailField>
          ))}
          <RailField label={t("stakeholder.attitudeLabel")}>
            {canEdit ? (
              <Select
                {...QUIET}
                aria-label={t("stakeholder.attitudeLabel")}
                allowDeselect={false}
                leftSection={<AttitudeMark attitude={person.attitude} bare />}
                value={person.attitude}
                data={ATTITUDES.map((value) => ({
                  value,
                  label: t(`stakeholder.attitude.${value}`),
                }))}
                onChange={(attitude) => attitude && save({ attitude })}
              />
            ) : (
              <AttitudeMark attitude={person.attitude} />
            )}
          </RailField>
        </Rail>
      }
      body={
        <>
          <Textarea
            key={person.version}
            label={t("stakeholder.concerns")}
            placeholder={t("stakeholder.concernsExample")}
            readOnly={!canEdit}
            autosize
            minRows={2}
            defaultValue={person.concerns}
            onBlur={(event) => {
              const next = event.currentTarget.value.trim();
              if (canEdit && next !== person.concerns) save({ concerns: next });
            }}
          />
          <ObjectParts place="section" kind="stakeholder" id={id} />
        </>
      }
      own={[
        {
          value: "told",
          label: t("stakeholder.told"),
          content: <Tellings person={person} />,
        },
      ]}
    />
  );
}
