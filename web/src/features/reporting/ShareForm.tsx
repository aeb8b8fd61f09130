import { Button, Checkbox, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { FIELDS, type ShareMade, type ShareView, sharesQuery, TICKED } from "./shares";

interface Props {
  view: ShareView;
  objectId: string;
  title: string;
  onMade: (made: ShareMade) => void;
  onCancel: () => void;
}

interface Wish {
  title: string;
  fields: string[];
  password: string;
  until: string | null;
}

/** What the link shows, and to whom. */
export function ShareForm({ view, objectId, title, onMade, onCancel }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm<Wish>({
    initialValues: { title, fields: [...TICKED[view]], password: "", until: null },
  });
  const open = useMutation({
    mutationFn: (wish: Wish) =>
      http.post<ShareMade>("/shares", {
        view,
        object_id: objectId,
        title: wish.title,
        fields: wish.fields,
        password: wish.password || null,
        expires_at: wish.until ? new Date(`${wish.until}T23:59:59`).toISOString() : null,
      }),
    onSuccess: (made) => {
      void cache.invalidateQueries(sharesQuery);
      onMade(made);
    },
  });
  return (
    <form onSubmit={form.onSubmit((wish) => open.mutate(wish))}>
      <Stack gap="md">
        {open.error && <ProblemNote fault={open.error} />}
        <TextInput
          label={t("share.name")}
          required
          maxLength={300}
          {...form.getInputProps("title")}
        />
        <Checkbox.Group
          label={t("share.shows")}
          description={t("share.showsHint")}
          {...form.getInputProps("fields")}
        >
          <Group gap="md" mt="xs">
            {FIELDS[view].map((field) => (
              <Checkbox
                key={field}
                value={field}
                label={t(`share.field.${field}` as "share.field.dates")}
              />
            ))}
          </Group>
        </Checkbox.Group>
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
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={open.isPending}>
            {t("share.open")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
