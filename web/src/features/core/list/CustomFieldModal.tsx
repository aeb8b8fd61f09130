import { Modal, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useSession } from "@/api/session";
import { productsQuery } from "@/features/core/products";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useKept } from "@/features/core/useKept";
import { CreateForm } from "@/ui/CreateForm";
import { useKindWord } from "@/ui/kinds";
import {
  type CustomField,
  type CustomType,
  hasOptions,
  KINDS,
  optionsOf,
  TYPES,
} from "./customFields";

interface Props {
  kind: string;
  /** The field to change; a new one without. */
  field: CustomField | undefined;
  onClose: () => void;
}

const EVERYWHERE = "";
const PLAIN = "plain";

/** Makes or changes a field: its name, its meaning, what may be chosen. */
export function CustomFieldModal({ kind, field, onClose }: Props) {
  const { t } = useTranslation();
  const keep = useKept("custom_field", onClose);
  const kindWord = useKindWord();
  const { data: products = [] } = useQuery(productsQuery);
  const { can } = useSession();
  const steered = products.filter((product) => product.can.edit);
  const [title, setTitle] = useState(field?.title ?? "");
  const [type, setType] = useState<CustomType>(field?.type ?? "text");
  const [lines, setLines] = useState(field?.options.map(({ label }) => label).join("\n") ?? "");
  const [of, setOf] = useState<string>(field?.of ?? "customer");
  const [description, setDescription] = useState(field?.description ?? "");
  const [productId, setProductId] = useState(field?.product_id ?? steered[0]?.id ?? EVERYWHERE);
  const [only, setOnly] = useState(() => (field?.only_types ?? []).map((id) => id ?? PLAIN));
  const { live, byId } = useItemTypes();
  const hasTypes = kind === "work_item" && live.length > 0;
  const save = () => {
    const options = hasOptions(type) ? optionsOf(lines, field?.options ?? []) : [];
    const onlyTypes = hasTypes && {
      only_types: only.map((one) => (one === PLAIN ? null : one)),
    };
    const fields = { title, description, ...onlyTypes, ...(hasOptions(type) && { options }) };
    const made = {
      ...{ object_kind: kind, product_id: productId || null, type, options, ...fields },
      ...(type === "reference" && { of }),
    };
    keep.mutate({
      run: () =>
        field
          ? http.patch(`/custom-fields/${field.id}`, fields, { version: field.version })
          : http.post("/custom-fields", made),
      said: t(field ? "customFields.saved" : "customFields.added", { title }),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={field?.title ?? t("customFields.addTo", { kind: kindWord(kind) })}
    >
      <CreateForm
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onCancel={onClose}
        isPending={keep.isPending}
        fault={keep.error}
        verb={t("save")}
      >
        <TextInput
          label={t("customFields.name")}
          data-autofocus
          required
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Select
          label={t("customFields.type")}
          allowDeselect={false}
          disabled={field !== undefined}
          value={type}
          data={TYPES.map((one) => ({ value: one, label: t(`customFields.types.${one}`) }))}
          onChange={(next) => setType(TYPES.find((one) => one === next) ?? "text")}
        />
        {type === "reference" && (
          <Select
            label={t("customFields.of")}
            description={t("customFields.ofHint")}
            allowDeselect={false}
            disabled={field !== undefined}
            value={of}
            data={KINDS.map((one) => ({ value: one, label: kindWord(one) }))}
            onChange={(next) => next && setOf(next)}
          />
        )}
        {hasOptions(type) && (
          <Textarea
            label={t("customFields.options")}
            description={t("customFields.optionsHint")}
            autosize
            minRows={3}
            value={lines}
            onChange={(event) => setLines(event.currentTarget.value)}
          />
        )}
        {!field && (
          <Select
            label={t("customFields.for")}
            allowDeselect={false}
            value={productId}
            data={[
              ...steered.map(({ id, title: name }) => ({ value: id, label: name })),
              ...(can.administer
                ? [{ value: EVERYWHERE, label: t("customFields.everywhere") }]
                : []),
            ]}
            onChange={(next) => setProductId(next ?? EVERYWHERE)}
          />
        )}
        {hasTypes && (
          <MultiSelect
            label={t("customFields.onlyTypes")}
            description={t("customFields.onlyTypesHint")}
            placeholder={only.length === 0 ? t("itemTypes.all") : undefined}
            clearable
            value={only}
            data={[
              { value: PLAIN, label: t("itemTypes.plain") },
              ...live.map(({ id, title: name }) => ({ value: id, label: name })),
              ...only.flatMap((id) => {
                const gone = byId.get(id);
                return gone?.archived_at ? { value: id, label: gone.title } : [];
              }),
            ]}
            onChange={setOnly}
          />
        )}
        <TextInput
          label={t("customFields.description")}
          maxLength={300}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
      </CreateForm>
    </Modal>
  );
}
