import { Checkbox, Group, PasswordInput, Select, TagsInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { audiencesQuery } from "./audiences";
import { useColours, useShownFields } from "./colouring";
import { SHARE_FIELDS, type ShareValues, type ShareView } from "./shares";

interface Props {
  form: UseFormReturnType<ShareValues>;
  view: ShareView;
  objectId: string;
  /** What it shows was kept when it was opened. */
  isFrozen?: boolean;
  passwordHint: string;
  /** What stands between what is shown and where. */
  children?: ReactNode;
}

/** What readers of a share see, on which sites, with which password, until when. */
export function ShareFields({ form, view, objectId, isFrozen, passwordHint, children }: Props) {
  const { t } = useTranslation();
  const { data: audiences = [] } = useQuery(audiencesQuery(view === "roadmap" ? objectId : ""));
  const shown = useShownFields(view === "roadmap" ? objectId : "");
  const colours = useColours(view === "roadmap" ? objectId : "", form.values.fields);
  const { colour } = form.values;
  const choices =
    view === "roadmap"
      ? shown
      : SHARE_FIELDS.timeline.map((value) => ({ value, label: t(`share.field.${value}`) }));
  return (
    <>
      <TextInput
        label={t("share.title")}
        description={t("share.titleHint")}
        required
        maxLength={300}
        data-autofocus
        {...form.getInputProps("title")}
      />
      {!isFrozen && audiences.length > 0 && (
        <Select
          label={t("share.audience")}
          description={t("share.audienceHint")}
          allowDeselect={false}
          data={[
            { value: "", label: t("share.noAudience") },
            ...audiences.map(({ id: value, title: label }) => ({ value, label })),
          ]}
          {...form.getInputProps("audienceId")}
        />
      )}
      {!isFrozen && form.values.audienceId === "" && (
        <Checkbox.Group
          label={t("share.fields")}
          description={t("share.fieldsHint")}
          {...form.getInputProps("fields")}
        >
          <Group gap="md" mt="sm">
            {choices.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {!isFrozen && view === "roadmap" && form.values.audienceId === "" && (
        <Select
          label={t("roadmap.colour")}
          description={t("share.colourHint")}
          allowDeselect={false}
          data={colours}
          value={colours.some(({ value }) => value === colour) ? colour : ""}
          onChange={(next) => form.setFieldValue("colour", next ?? "")}
        />
      )}
      {children}
      <TagsInput
        label={t("share.framedBy")}
        description={t("share.framedByHint")}
        placeholder={form.values.framedBy.length === 0 ? "https://wiki.example.com" : undefined}
        acceptValueOnBlur
        splitChars={[",", " "]}
        maxTags={20}
        {...form.getInputProps("framedBy")}
      />
      <PasswordInput
        label={t("share.password")}
        description={passwordHint}
        autoComplete="new-password"
        minLength={4}
        disabled={form.values.withoutPassword}
        {...form.getInputProps("password")}
      />
      <DateField
        label={t("share.until")}
        value={form.values.until}
        onChange={(until) => form.setFieldValue("until", until)}
      />
    </>
  );
}
