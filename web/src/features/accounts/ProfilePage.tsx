import { Button, Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { LOCALES } from "./locales";
import classes from "./ProfilePage.module.css";
import { useProfile } from "./useProfile";

export function ProfilePage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const profile = useProfile();
  const form = useForm({ initialValues: { name: person.name, locale: person.locale } });
  const save = (values: typeof form.values) =>
    profile.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        toast.done(t("profile.saved"));
      },
      onError: (fault) => form.setErrors(fault.byField()),
    });
  return (
    <form className={`nl-form ${classes.form}`} onSubmit={form.onSubmit(save)}>
      <TextInput
        label={t("account.name")}
        autoComplete="name"
        required
        {...form.getInputProps("name")}
      />
      <TextInput label={t("account.email")} value={person.email} readOnly variant="filled" />
      <Select
        label={t("profile.locale")}
        description={t("profile.localeHint")}
        allowDeselect={false}
        searchable
        data={[{ value: "", label: t("profile.localeAuto") }, ...LOCALES]}
        {...form.getInputProps("locale")}
      />
      <ProblemNote fault={profile.error} />
      <Group>
        <Button type="submit" loading={profile.isPending} disabled={!form.isDirty()}>
          {t("save")}
        </Button>
      </Group>
    </form>
  );
}
