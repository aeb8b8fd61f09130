import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { Suggestions } from "./Suggestions";
import { Trap } from "./Trap";
import { usePortalDeed } from "./usePortalDeed";
import { type PublicPortal, portalPath, type Received, suggestionsQuery } from "./wishes";

const WAIT_MS = 250;

interface Props {
  portal: PublicPortal;
  onSent: (received: Received) => void;
}

/** Write a post; while the title is typed, posts that may say the same are shown. */
export function WriteWish({ portal, onSent }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { title: "", text: "", category: "", name: portal.visitor.name, website: "" },
  });
  const [typed] = useDebouncedValue(form.values.title.trim(), WAIT_MS);
  const { data: same } = useQuery(suggestionsQuery(portal.slug, typed));
  const send = usePortalDeed(
    portal.slug,
    (values: typeof form.values) => http.post<Received>(`${portalPath(portal.slug)}/posts`, values),
    onSent,
  );
  return (
    <form onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          label={t("wishes.title")}
          required
          maxLength={150}
          data-autofocus
          {...form.getInputProps("title")}
        />
        {typed.length > 3 && same && same.length > 0 && (
          <Suggestions slug={portal.slug} posts={same} />
        )}
        <Textarea
          label={t("wishes.text")}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={5000}
          {...form.getInputProps("text")}
        />
        <Group grow align="flex-start">
          {portal.categories.length > 0 && (
            <Select
              label={t("wishes.category")}
              clearable
              data={portal.categories}
              value={form.values.category || null}
              onChange={(next) => form.setFieldValue("category", next ?? "")}
            />
          )}
          {!portal.visitor.member && (
            <TextInput
              label={t("wishes.name")}
              maxLength={80}
              autoComplete="name"
              {...form.getInputProps("name")}
            />
          )}
        </Group>
        <Trap
          value={form.values.website}
          onChange={(next) => form.setFieldValue("website", next)}
        />
        <ProblemNote fault={send.error} />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {portal.moderated && !portal.visitor.member ? t("wishes.readFirst") : ""}
          </Text>
          <Button type="submit" loading={send.isPending}>
            {t("wishes.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
