import { Chip, Fieldset, Group, Input, Select, Stack, Switch, Text } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useWeekday } from "../digests/useHowOften";
import { hereZone, type NotificationSettings } from "./notifications";

const EVENING = "18:00";
const MORNING = "08:00";
const DAYS = [0, 1, 2, 3, 4, 5, 6];

export function QuietHours({ form }: { form: UseFormReturnType<NotificationSettings> }) {
  const { t } = useTranslation();
  const weekday = useWeekday();
  const { quiet_from, quiet_days, time_zone } = form.values;
  const hasHours = quiet_from !== null;
  const turn = (isOn: boolean) =>
    form.setValues({ quiet_from: isOn ? EVENING : null, quiet_to: isOn ? MORNING : null });
  return (
    <Fieldset legend={t("notifications.quiet")}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("notifications.quietMeans")}
        </Text>
        <Switch
          label={t("notifications.everyDay")}
          checked={hasHours}
          onChange={({ currentTarget }) => turn(currentTarget.checked)}
        />
        {hasHours && (
          <Group gap="md">
            <TimeInput
              label={t("notifications.from")}
              required
              {...form.getInputProps("quiet_from")}
            />
            <TimeInput label={t("notifications.to")} required {...form.getInputProps("quiet_to")} />
          </Group>
        )}
        <Input.Wrapper
          label={t("notifications.days")}
          labelElement="div"
          error={form.errors.quiet_days}
        >
          <Chip.Group
            multiple
            value={quiet_days.map(String)}
            onChange={(days) => form.setFieldValue("quiet_days", days.map(Number).sort())}
          >
            <Group gap="xs" mt={4} role="group" aria-label={t("notifications.days")}>
              {DAYS.map((day) => (
                <Chip key={day} value={String(day)} size="sm">
                  {weekday(day)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <Select
          label={t("notifications.zone")}
          searchable
          allowDeselect={false}
          data={zonesWith(time_zone)}
          {...form.getInputProps("time_zone")}
        />
      </Stack>
    </Fieldset>
  );
}

function zonesWith(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", hereZone(), chosen])].sort();
}
