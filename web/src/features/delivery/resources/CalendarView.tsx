import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useSave } from "@/ui/useSave";
import { CalendarSheet } from "./CalendarSheet";
import { type Calendar, calendarQuery } from "./resources";

interface Props {
  id: string;
  place: Place;
}

/** Working time of a project or of the workspace, on its page and beside another one. */
export function CalendarView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = calendarQuery(id);
  const path = `/calendars/${id}`;
  const { data: calendar, error } = useQuery(query);
  const { mutate, isPending } = useSave<Calendar>(query.queryKey, path, calendar?.key);
  if (error && !calendar) return <ErrorState title={error.title} detail={error.detail} />;
  if (!calendar) return <LoadingState rows={4} />;
  const { project } = calendar;
  const save = (fields: Partial<Calendar>, seen = calendar, then?: () => void) =>
    mutate({ seen, fields }, { onSuccess: then });
  return (
    <ObjectSheet
      object={calendar}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <Rail>
          <RailField label={t("resource.home")}>
            {project ? (
              <PeekLink kind="project" id={project.id} objectKey={project.key} fz="sm">
                {project.title}
              </PeekLink>
            ) : (
              <Text size="sm">{t("resource.workspace")}</Text>
            )}
          </RailField>
        </Rail>
      }
      body={<CalendarSheet key={id} calendar={calendar} isSaving={isPending} onEdit={save} />}
    />
  );
}
