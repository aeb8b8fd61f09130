import { Checkbox, Modal } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { CreateForm } from "@/ui/CreateForm";
import { endOf } from "@/ui/endOf";
import { ShareAddress } from "./ShareAddress";
import { ShareFields } from "./ShareFields";
import {
  FIRST_FIELDS,
  type ShareMade,
  type ShareValues,
  type ShareView,
  sharesQuery,
} from "./shares";

interface Props {
  view: ShareView;
  objectId: string;
  title: string;
  /** The field that the roadmap is coloured by now. */
  colour?: string;
  onClose: () => void;
}

/** Opens a view to people outside: what they see, with which password, until when. */
export function ShareModal({ view, objectId, title, colour = "", onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const initialValues: ShareValues = {
    title,
    fields: FIRST_FIELDS[view],
    colour,
    audienceId: "",
    frozen: false,
    framedBy: [],
    password: "",
    withoutPassword: false,
    until: null,
  };
  const form = useForm({ initialValues });
  const open = useMutation({
    mutationFn: ({
      title,
      fields,
      colour,
      audienceId,
      frozen,
      framedBy,
      password,
      until,
    }: ShareValues) =>
      http.post<ShareMade>("/shares", {
        view,
        object_id: objectId,
        title,
        fields: audienceId ? [] : fields,
        colour: audienceId ? "" : colour,
        audience_id: audienceId || null,
        frozen,
        framed_by: framedBy,
        password: password || null,
        expires_at: endOf(until),
      }),
    onSuccess: () => cache.invalidateQueries(sharesQuery),
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <Modal opened onClose={onClose} title={t(`share.lead.${view}`)} size="lg">
      {open.data ? (
        <ShareAddress made={open.data} onClose={onClose} />
      ) : (
        <CreateForm
          onSubmit={form.onSubmit((values) => open.mutate(values))}
          onCancel={onClose}
          isPending={open.isPending}
          fault={open.error}
          verb={t("share.open")}
        >
          <ShareFields
            form={form}
            view={view}
            objectId={objectId}
            passwordHint={t("share.passwordHint")}
          >
            <Checkbox
              label={t("share.frozen")}
              description={t("share.frozenHint")}
              {...form.getInputProps("frozen", { type: "checkbox" })}
            />
          </ShareFields>
        </CreateForm>
      )}
    </Modal>
  );
}
