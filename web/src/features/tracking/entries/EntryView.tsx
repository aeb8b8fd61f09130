import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { entryQuery } from "../queries";
import { SPECS } from "../specs";
import { ADDRESS, type Entry, type EntryKind } from "../types";
import { Disprove } from "./Disprove";
import { EntryRail } from "./EntryRail";
import classes from "./EntryView.module.css";

interface Props {
  kind: EntryKind;
  id: string;
  place: Place;
}

/** A line of a register: its texts in the body, its few fields in the rail. */
export function EntryView({ kind, id, place }: Props) {
  const { t } = useTranslation();
  const query = entryQuery(kind, id);
  const path = `${ADDRESS[kind]}/${id}`;
  const { data: entry, error } = useQuery(query);
  const { mutate } = useSave<Entry>(query.queryKey, path, entry?.key);
  if (error && !entry) throw error;
  if (!entry) return <LoadingState />;
  const save = (fields: Partial<Entry>) => mutate({ seen: entry, fields });
  const canEdit = entry.can.edit === true && entry.archived_at === null;
  return (
    <ObjectSheet
      object={entry}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<EntryRail kind={kind} entry={entry} canEdit={canEdit} onSave={save} />}
      body={
        <div className={classes.body}>
          {SPECS[kind].texts.map((name) => (
            <BlurText
              key={name}
              label={t(`raid.text.${name}`)}
              placeholder={canEdit ? t(`raid.hint.${name}`) : "–"}
              readOnly={!canEdit}
              value={String(entry[name] ?? "")}
              onSave={(text) => save({ [name]: text })}
            />
          ))}
          {kind === "project_assumption" && canEdit && entry.status !== "false" && (
            <Disprove entry={entry} />
          )}
        </div>
      }
    />
  );
}
