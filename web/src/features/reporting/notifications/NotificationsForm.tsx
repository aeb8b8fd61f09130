import { Button, Group, NumberInput, Radio, Stack, Switch, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { BrowserSwitch } from "./BrowserSwitch";
import {
  type NotificationSettings,
  type Notifications,
  notificationsQuery,
  settingsOf,
} from "./notifications";
import { QuietHours } from "./QuietHours";

export function NotificationsForm({ chosen }: { chosen: Notifications }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const form = useForm<NotificationSettings>({ initialValues: settingsOf(chosen) });
  const save = useMutation({
    mutationFn: (said: NotificationSettings) => http.put<Notifications>("/notifications", said),
    onSuccess: (now) => {
      cache.setQueryData(notificationsQuery.queryKey, now);
      form.setInitialValues(settingsOf(now));
      form.setValues(settingsOf(now));
      toast.done(t("notifications.saved"));
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <form className="nl-form" onSubmit={form.onSubmit((said) => save.mutate(said))}>
      <Stack gap="lg" maw={560}>
        <Text c="dimmed">{t("notifications.lead")}</Text>
        <Radio.Group label={t("notifications.mail")} {...form.getInputProps("mail")}>
          <Stack gap="xs" mt="xs">
            {(["off", "soon", "daily"] as const).map((mail) => (
              <Radio
                key={mail}
                value={mail}
                label={t(`notifications.mails.${mail}`)}
                description={t(`notifications.mailMeans.${mail}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <BrowserSwitch
          isOn={form.values.browser}
          onChange={(browser) => form.setFieldValue("browser", browser)}
        />
        <QuietHours form={form} />
        <Stack gap="xs">
          <Switch
            label={t("notifications.due")}
            description={t("notifications.dueMeans")}
            checked={form.values.due_days_ahead !== null}
            onChange={({ currentTarget }) =>
              form.setFieldValue("due_days_ahead", currentTarget.checked ? 2 : null)
            }
          />
          {form.values.due_days_ahead !== null && (
            <NumberInput
              label={t("notifications.dueDays")}
              w={160}
              min={0}
              max={30}
              allowDecimal={false}
              {...form.getInputProps("due_days_ahead")}
            />
          )}
        </Stack>
        {chosen.quiet_until && (
          <Text size="sm">
            {t("notifications.quietUntil", { when: figures.dateTime(chosen.quiet_until) })}
          </Text>
        )}
        <ProblemNote fault={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
