import {
  Button,
  Divider,
  Fieldset,
  Group,
  Select,
  Stack,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { STATUSES } from "../public/wishes";
import { GuestsSection } from "./GuestsSection";
import type { Portal } from "./portals";
import { useDeed } from "./useDeed";

const ACCESSES = ["public", "private", "submit_only"] as const;
const SWITCHES = ["anonymous", "moderated", "voting", "commenting"] as const;

/** How a portal looks and works; for whoever steers the product. */
export function SettingsTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const { version } = portal;
  const path = `/portals/${portal.id}`;
  const form = useForm({
    initialValues: {
      title: portal.title,
      slug: portal.slug,
      intro: portal.intro,
      access: portal.access,
      categories: portal.categories,
      status_names: portal.status_names,
      anonymous: portal.anonymous,
      moderated: portal.moderated,
      voting: portal.voting,
      commenting: portal.commenting,
    },
  });
  const save = (values: typeof form.values) =>
    act(t("portal.saved"), () => http.patch(path, values, { version }));
  const close = async () => {
    const isSure = await confirm({
      title: t("portal.closeAsk"),
      detail: t("portal.closeDetail"),
      verb: t("portal.close"),
    });
    if (isSure) act(t("portal.closedDone"), () => http.post(`${path}/archival`, {}, { version }));
  };
  return (
    <Stack gap="xl" maw={640}>
      <form onSubmit={form.onSubmit(save)}>
        <Stack gap="md">
          <TextInput
            label={t("portal.settingsTitle")}
            required
            maxLength={150}
            {...form.getInputProps("title")}
          />
          <TextInput
            label={t("portal.slug")}
            required
            maxLength={60}
            leftSection="/p/"
            leftSectionWidth={34}
            {...form.getInputProps("slug")}
          />
          <Textarea
            label={t("portal.intro")}
            autosize
            minRows={3}
            maxLength={2000}
            {...form.getInputProps("intro")}
          />
          <Select
            label={t("portal.access")}
            allowDeselect={false}
            data={ACCESSES.map((value) => ({ value, label: t(`portal.access_${value}`) }))}
            {...form.getInputProps("access")}
          />
          <TagsInput
            label={t("portal.categories")}
            description={t("portal.categoriesHint")}
            maxTags={30}
            {...form.getInputProps("categories")}
          />
          <Fieldset legend={t("portal.switches")}>
            <Stack gap="sm">
              {SWITCHES.map((name) => (
                <Switch
                  key={name}
                  label={t(`portal.${name}`)}
                  {...form.getInputProps(name, { type: "checkbox" })}
                />
              ))}
            </Stack>
          </Fieldset>
          <Fieldset legend={t("portal.statusNames")}>
            <Stack gap="sm">
              {STATUSES.map((status) => (
                <TextInput
                  key={status}
                  label={t(`postStatus.${status}`)}
                  placeholder={t(`postStatus.${status}`)}
                  maxLength={60}
                  value={form.values.status_names[status] ?? ""}
                  onChange={(event) =>
                    form.setFieldValue("status_names", {
                      ...form.values.status_names,
                      [status]: event.currentTarget.value,
                    })
                  }
                />
              ))}
            </Stack>
          </Fieldset>
          <Group justify="flex-end">
            <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
              {t("portal.save")}
            </Button>
          </Group>
        </Stack>
      </form>
      {portal.access === "private" && (
        <>
          <Divider />
          <GuestsSection portal={portal} />
        </>
      )}
      <Divider />
      <Group>
        <Button variant="default" color="red" onClick={() => void close()}>
          {t("portal.close")}
        </Button>
      </Group>
    </Stack>
  );
}
