import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Block } from "./Block";
import { DayRows } from "./DayRows";
import { readHours, writeHours } from "./hours";
import { PassingWeeks } from "./PassingWeeks";
import { type Calendar, countriesQuery } from "./resources";
import { WeekFields } from "./WeekFields";

interface Props {
  calendar: Calendar;
  isSaving: boolean;
  /** `seen` is what the person looked at while they wrote, where it is not what stands there now. */
  onEdit: (fields: Partial<Calendar>, seen?: Calendar, then?: () => void) => void;
}

/** A week as it is written, and the calendar that it was written over. */
interface Typed {
  week: string[];
  over: Calendar;
}

/** One calendar: its week, its holidays, and the days that differ. */
export function CalendarSheet({ calendar, isSaving, onEdit }: Props) {
  const { t } = useTranslation();
  const canEdit = calendar.can.edit === true && calendar.archived_at === null;
  const [typed, setTyped] = useState<Typed | null>(null);
  const [hours, setHours] = useState("");
  const [name, setName] = useState("");
  const { data: countries = [] } = useQuery(countriesQuery);
  const week = typed?.week ?? calendar.week.map(writeHours);
  const read = week.map(readHours);
  const isWrong = read.includes(null);
  const isDirty = JSON.stringify(read) !== JSON.stringify(calendar.week);
  const regions = countries.find(({ code }) => code === calendar.country)?.regions ?? [];
  const keepWeek = () =>
    onEdit({ week: read.map((day) => day ?? []) }, typed?.over, () => setTyped(null));
  return (
    <>
      <Block title={t("calendar.week")}>
        <WeekFields
          week={week}
          readOnly={!canEdit}
          onChange={(written) => setTyped({ week: written, over: typed?.over ?? calendar })}
        />
        {canEdit && (
          <Group mt="sm">
            <Button size="xs" loading={isSaving} disabled={!isDirty || isWrong} onClick={keepWeek}>
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
      <PassingWeeks calendar={calendar} canEdit={canEdit} onChange={(weeks) => onEdit({ weeks })} />
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
        onChange={(exceptions) => {
          setHours("");
          setName("");
          onEdit({ exceptions });
        }}
      />
      {!calendar.can.edit && (
        <Text size="sm" c="dimmed">
          {t("calendar.readOnly")}
        </Text>
      )}
    </>
  );
}
