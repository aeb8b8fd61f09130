import { Button, Checkbox, Group, Modal, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { endOf } from "@/ui/endOf";
import { ProblemNote } from "@/ui/ProblemNote";
import { ShareFields } from "./ShareFields";
import { type Share, type ShareValues, type ShareView, sharesQuery } from "./shares";

interface Props {
  share: Share;
  onClose: () => void;
}

/** Changes an open share; its address stays. */
export function EditShare({ share, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const initialValues: ShareValues = {
    title: share.title,
    fields: share.fields,
    colour: share.colour,
    audienceId: share.audience?.id ?? "",
    frozen: share.frozen,
    framedBy: share.framed_by,
    password: "",
    withoutPassword: false,
    until: share.expires_at && dayOf(share.expires_at),
  };
  const form = useForm({ initialValues });
  const save = useMutation({
    mutationFn: (values: ShareValues) =>
      http.patch<Share>(`/shares/${share.id}`, changed(share, initialValues, values), {
        version: share.version,
      }),
    onSuccess: async ({ title }) => {
      await cache.invalidateQueries(sharesQuery);
      onClose();
      await done(t("share.edited", { title }));
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened onClose={onClose} title={t("share.editTitle", { title: share.title })} size="lg">
      <form className="nl-form" onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Text size="sm" c="dimmed">
          {t(share.frozen ? "share.editFrozen" : "share.editLead")}
        </Text>
        <ShareFields
          form={form}
          view={share.view as ShareView}
          objectId={share.object_id}
          isFrozen={share.frozen}
          passwordHint={t(share.has_password ? "share.newPasswordHint" : "share.passwordHint")}
        />
        {share.has_password && (
          <Checkbox
            label={t("share.withoutPassword")}
            {...form.getInputProps("withoutPassword", { type: "checkbox" })}
          />
        )}
        <ProblemNote fault={save.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("share.save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Only what was changed, as the server is asked. */
function changed(share: Share, was: ShareValues, is: ShareValues): Record<string, unknown> {
  const next: Record<string, unknown> = { title: is.title, framed_by: is.framedBy };
  if (!share.frozen) {
    if (is.audienceId !== was.audienceId) next.audience_id = is.audienceId || null;
    if (is.audienceId === "") {
      next.fields = is.fields;
      if (is.colour !== was.colour) next.colour = is.colour;
    }
  }
  if (is.withoutPassword) next.password = null;
  else if (is.password) next.password = is.password;
  if (is.until !== was.until) next.expires_at = endOf(is.until);
  return next;
}

/** The day that a moment lies in here. */
function dayOf(moment: string): string {
  const at = new Date(moment);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
