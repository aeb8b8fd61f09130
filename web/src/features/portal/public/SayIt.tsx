import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { Trap } from "./Trap";
import { usePortalDeed } from "./usePortalDeed";
import { type PublicPortal, portalPath, type Received } from "./wishes";

interface Props {
  portal: PublicPortal;
  postId: string;
}

/** Comment on a post. */
export function SayIt({ portal, postId }: Props) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { text: "", name: portal.visitor.name, website: "" } });
  const say = usePortalDeed(
    portal.slug,
    (values: typeof form.values) =>
      http.post<Received>(`${portalPath(portal.slug)}/posts/${postId}/comments`, values),
    () => form.setFieldValue("text", ""),
  );
  if (!portal.anonymous && !portal.visitor.verified) {
    return (
      <Text size="sm" c="dimmed">
        {t("wishes.signInToWrite")}
      </Text>
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => say.mutate(values))}>
      <Stack gap="sm">
        <Textarea
          label={t("wishes.say")}
          required
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2000}
          {...form.getInputProps("text")}
        />
        <Trap
          value={form.values.website}
          onChange={(next) => form.setFieldValue("website", next)}
        />
        {say.data?.state === "pending" && <Alert role="status">{t("wishes.saidWaits")}</Alert>}
        <ProblemNote fault={say.error} />
        <Group justify="space-between" align="flex-end">
          {!portal.visitor.member ? (
            <TextInput
              label={t("wishes.sayName")}
              maxLength={80}
              autoComplete="name"
              {...form.getInputProps("name")}
            />
          ) : (
            <span />
          )}
          <Button type="submit" loading={say.isPending}>
            {t("wishes.sayIt")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
