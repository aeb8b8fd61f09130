import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { IconCalendarCog } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { useOpenPeek } from "@/ui/shell/usePeek";
import { choicesOf } from "./choices";
import { calendarQuery, calendarsQuery } from "./resources";

interface Props {
  /** The project whose own calendars can be chosen beside the workspace's. */
  projectId: string;
  value: string | null;
  /** What no calendar of one's own means. */
  none: string;
  isNeeded?: boolean;
  canEdit: boolean;
  onChange: (calendarId: string | null) => void;
}

/** Which calendar it is worked by, and the way to its hours and holidays. */
export function CalendarField({ projectId, value, none, isNeeded, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const openPeek = useOpenPeek();
  const { data: calendars = [], isSuccess } = useQuery(calendarsQuery(projectId));
  // One that was put away is no choice any more and still stands here.
  const isOdd = isSuccess && value !== null && calendars.every(({ id }) => id !== value);
  const { data: odd } = useQuery({ ...calendarQuery(value ?? ""), enabled: isOdd, retry: false });
  const shown = isOdd && odd ? [...calendars, odd] : calendars;
  const title = shown.find(({ id }) => id === value)?.title ?? none;
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      {canEdit ? (
        <RailSelect
          flex={1}
          aria-label={t("resource.calendar")}
          placeholder={none}
          allowDeselect={false}
          clearable={!isNeeded}
          data={choicesOf(shown, t("resource.workspace"), t("calendar.ofProject"))}
          value={value}
          onChange={(chosen) => chosen !== value && onChange(chosen)}
        />
      ) : (
        <Text size="sm">{title}</Text>
      )}
      {value && (
        <Tooltip label={t("calendar.open")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("calendar.openNamed", { name: title })}
            onClick={() => openPeek({ kind: "calendar", id: value })}
          >
            <IconCalendarCog size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
