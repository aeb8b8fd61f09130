import {
  Button,
  Checkbox,
  Group,
  Modal,
  PasswordInput,
  Select,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { audiencesQuery } from "./audiences";
import { ShareAddress } from "./ShareAddress";
import { FIRST_FIELDS, SHARE_FIELDS, type ShareMade, type ShareView, sharesQuery } from "./shares";

interface Props {
  view: ShareView;
  objectId: string;
  title: string;
  onClose: () => void;
}

interface Values {
  title: string;
  fields: string[];
  audienceId: string;
  frozen: boolean;
  framedBy: string[];
  password: string;
  until: string | null;
}

/** Opens a view to people outside: what they see, with which password, until when. */
export function ShareModal({ view, objectId, title, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const initialValues: Values = {
    title,
    fields: FIRST_FIELDS[view],
    audienceId: "",
    frozen: false,
    framedBy: [],
    password: "",
    until: null,
  };
  const form = useForm({ initialValues });
  const { data: audiences = [] } = useQuery(audiencesQuery(view === "roadmap" ? objectId : ""));
  const open = useMutation({
    mutationFn: ({ title, fields, audienceId, frozen, framedBy, password, until }: Values) =>
      http.post<ShareMade>("/shares", {
        view,
        object_id: objectId,
        title,
        fields: audienceId ? [] : fields,
        audience_id: audienceId || null,
        frozen,
        framed_by: framedBy,
        password: password || null,
        expires_at: until && new Date(`${until}T23:59:59`).toISOString(),
      }),
    onSuccess: () => cache.invalidateQueries(sharesQuery),
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened onClose={onClose} title={t(`share.lead.${view}`)} size="lg">
      {open.data ? (
        <ShareAddress made={open.data} onClose={onClose} />
      ) : (
        <form className="nl-form" onSubmit={form.onSubmit((values) => open.mutate(values))}>
          <TextInput
            label={t("share.title")}
            description={t("share.titleHint")}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps("title")}
          />
          {audiences.length > 0 && (
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
          {form.values.audienceId === "" && (
            <Checkbox.Group
              label={t("share.fields")}
              description={t("share.fieldsHint")}
              {...form.getInputProps("fields")}
            >
              <Group gap="md" mt="sm">
                {SHARE_FIELDS[view].map((field) => (
                  <Checkbox key={field} value={field} label={t(`share.field.${field}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <Checkbox
            label={t("share.frozen")}
            description={t("share.frozenHint")}
            {...form.getInputProps("frozen", { type: "checkbox" })}
          />
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
            description={t("share.passwordHint")}
            autoComplete="new-password"
            minLength={4}
            {...form.getInputProps("password")}
          />
          <DateField
            label={t("share.until")}
            value={form.values.until}
            onChange={(until) => form.setFieldValue("until", until)}
          />
          <ProblemNote fault={open.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={open.isPending}>
              {t("share.open")}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
