import { Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { textOf } from "@/ui/text/plainText";
import { IDEA_STATUSES, type IdeaStatus } from "./discover";
import type { Idea } from "./types";
import { useMake } from "./useMake";

interface Values {
  title: string;
  body: string;
  status: IdeaStatus;
}

export default function CreateIdea({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const form = useForm<Values>({ initialValues: { title: "", body: "", status: "new" } });
  const make = useMake<Idea>({
    path: "/ideas",
    kind: "idea",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit(({ body, ...fields }) =>
        make.mutate({ ...fields, body: textOf(body), product_id: product?.id }),
      )}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <TextInput
        label={t("idea.title")}
        placeholder={t("idea.titleExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Textarea
        label={t("idea.body")}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps("body")}
      />
      <Select
        label={t("filter.status")}
        allowDeselect={false}
        data={IDEA_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        {...form.getInputProps("status")}
      />
    </CreateForm>
  );
}
