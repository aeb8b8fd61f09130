import { NumberInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { LANE_COLOURS } from "@/features/core/laneColours";
import { type Theme, themesQuery } from "@/features/core/themes";
import { useProduct } from "@/features/core/useProduct";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { textOf } from "@/ui/text/plainText";
import { quarterOf } from "../period";
import { usePeriodText } from "../usePeriodText";

const COLOURS = Object.keys(LANE_COLOURS);

export default function CreateTheme({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const periodText = usePeriodText();
  const { product } = useProduct();
  const { data: themes } = useQuery({ ...themesQuery(product?.id ?? ""), enabled: !!product });
  const now = quarterOf(new Date());
  const form = useForm({ initialValues: { title: "", body: "", share: "" as number | string } });
  const create = useMutation({
    mutationFn: ({ title, body, share }: typeof form.values) =>
      http.post<Theme>("/themes", {
        title,
        body: textOf(body),
        colour: COLOURS[(themes?.length ?? 0) % COLOURS.length],
        shares: share === "" ? {} : { [now]: Number(share) },
        product_id: product?.id,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["theme"] });
      onCreated(made);
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <CreateForm
      onSubmit={form.onSubmit((values) => create.mutate(values))}
      onCancel={onCancel}
      isPending={create.isPending}
      fault={create.error}
    >
      <TextInput
        label={t("theme.name")}
        placeholder={t("theme.nameExample")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <NumberInput
        label={t("theme.shareNow", { period: periodText(now) })}
        description={t("theme.intendedMeans")}
        suffix={"\u202f%"}
        min={0}
        max={100}
        allowDecimal={false}
        {...form.getInputProps("share")}
      />
      <Textarea
        label={t("theme.body")}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps("body")}
      />
    </CreateForm>
  );
}
