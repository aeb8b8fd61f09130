import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Block } from "./Block";
import classes from "./CalendarSheet.module.css";
import { DayRows } from "./DayRows";
import { readHours, writeHours, writeWeek } from "./hours";
import { type Calendar, countriesQuery } from "./resources";

interface Props {
  calendar: Calendar;
  isSaving: boolean;
  onEdit: (fields: Partial<Calendar>) => void;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** One calendar: its week, its holidays, and the days that differ. */
export function CalendarSheet({ calendar, isSaving, onEdit }: Props) {
  const { t } = useTranslation();
  const canEdit = calendar.can.edit === true && calendar.archived_at === null;
  const [week, setWeek] = useState(calendar.week.map(writeHours));
  const [hours, setHours] = useState("");
  const [name, setName] = useState("");
  const { data: countries = [] } = useQuery(countriesQuery);
  const read = week.map(readHours);
  const isWrong = read.includes(null);
  const isDirty = JSON.stringify(read) !== JSON.stringify(calendar.week);
  const regions = countries.find(({ code }) => code === calendar.country)?.regions ?? [];
  return (
    <>
      <Block title={t("calendar.week")}>
        {DAYS.map((day) => (
          <TextInput
            key={day}
            size="xs"
            classNames={{ root: classes.day }}
            readOnly={!canEdit}
            label={t(`calendar.days.${day}`)}
            placeholder={t("calendar.free")}
            error={read[day] === null && t("calendar.hoursWrong")}
            value={week[day] ?? ""}
            onChange={({ currentTarget: { value } }) =>
              setWeek(week.map((told, other) => (other === day ? value : told)))
            }
          />
        ))}
        {canEdit && (
          <Group mt="sm">
            <Button
              size="xs"
              loading={isSaving}
              disabled={!isDirty || isWrong}
              onClick={() => onEdit({ week: read.map((day) => day ?? []) })}
            >
              {t("save")}
            </Button>
          </Group>
        )}
      </Block>
      <Block title={t("calendar.holidays")}>
        <Group gap="sm">
          <Select
            searchable
            clearable
            readOnly={!canEdit}
            aria-label={t("calendar.country")}
            placeholder={t("calendar.noCountry")}
            data={countries.map(({ code, name: word }) => ({ value: code, label: word }))}
            value={calendar.country || null}
            onChange={(country) => onEdit({ country: country ?? "", region: "" })}
          />
          {regions.length > 0 && (
            <Select
              searchable
              clearable
              readOnly={!canEdit}
              aria-label={t("calendar.region")}
              placeholder={t("calendar.noRegion")}
              data={regions}
              value={calendar.region || null}
              onChange={(region) => onEdit({ region: region ?? "" })}
            />
          )}
        </Group>
      </Block>
      {calendar.weeks.length > 0 && (
        <DayRows
          title={t("calendar.weeks")}
          rows={calendar.weeks}
          canEdit={canEdit}
          told={({ name: called, week: hoursOf }) =>
            [
              called,
              writeWeek(hoursOf, (day) => t(`calendar.days.${day as 0}`)) || t("calendar.free"),
            ]
              .filter(Boolean)
              .join(": ")
          }
          onChange={(weeks) => onEdit({ weeks })}
        />
      )}
      <DayRows
        title={t("calendar.exceptions")}
        none={t("calendar.noExceptions")}
        rows={calendar.exceptions}
        canEdit={canEdit}
        told={(row) => `${writeHours(row.intervals ?? []) || t("calendar.free")} ${row.name ?? ""}`}
        adding={{
          verb: t("calendar.addException"),
          fields: (
            <>
              <TextInput
                w={150}
                aria-label={t("calendar.hours")}
                placeholder={t("calendar.free")}
                error={readHours(hours) === null && t("calendar.hoursWrong")}
                value={hours}
                onChange={({ currentTarget }) => setHours(currentTarget.value)}
              />
              <TextInput
                w={150}
                aria-label={t("calendar.name")}
                placeholder={t("calendar.name")}
                maxLength={300}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
            </>
          ),
          made: (span) => ({ ...span, intervals: readHours(hours) ?? [], name, rule: "" }),
        }}
        onChange={(exceptions) => onEdit({ exceptions })}
      />
      {!calendar.can.edit && (
        <Text size="sm" c="dimmed">
          {t("calendar.readOnly")}
        </Text>
      )}
    </>
  );
}
