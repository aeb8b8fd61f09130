import { Select, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { TypeSelect } from "@/features/core/types/TypeSelect";
import { DateField } from "@/ui/DateField";
import type { Plan } from "../plan";
import { BULK_FIELDS, type BulkField, bulkEdits, rowsFor } from "./bulk";
import { PreviewModal } from "./PreviewModal";

interface Props {
  plan: Plan;
  ids: readonly string[];
  onClose: () => void;
}

/** One field of all marked rows, with what it would move before it does. */
export function BulkModal({ plan, ids, onClose }: Props) {
  const { t } = useTranslation();
  const [field, setField] = useState<BulkField>("duration");
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text, 250);
  const edits = useMemo(() => bulkEdits(plan, ids, field, settled), [plan, ids, field, settled]);
  const count = rowsFor(plan.items, ids, field).length;
  const { live } = useItemTypes();
  const label = t("bulkRows.value");
  return (
    <PreviewModal
      plan={plan}
      title={t("bulkRows.title", { count: ids.length })}
      verb={t("bulkRows.apply", { count })}
      said={t("bulkRows.done", { count })}
      edits={edits ?? []}
      isHeld={settled !== text}
      onClose={onClose}
    >
      <Select
        label={t("bulkRows.field")}
        data={BULK_FIELDS.filter((one) => one !== "type" || live.length > 0).map((value) => ({
          value,
          label: t(`bulkRows.fields.${value}`),
        }))}
        value={field}
        allowDeselect={false}
        onChange={(next) => {
          setField((next as BulkField) ?? "duration");
          setText("");
        }}
      />
      {field === "owner" ? (
        <PersonSelect label={label} value={text || null} onChange={(id) => setText(id ?? "")} />
      ) : field === "type" ? (
        <TypeSelect label={label} value={text || null} onChange={(id) => setText(id ?? "")} />
      ) : field === "start" || field === "deadline" ? (
        <DateField label={label} value={text || null} onChange={(day) => setText(day ?? "")} />
      ) : (
        <TextInput
          label={label}
          description={t(`bulkRows.how.${field}`)}
          error={text !== "" && settled === text && edits === null && t("bulkRows.unread")}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          data-autofocus
        />
      )}
      {count < ids.length && (
        <Text size="sm" c="dimmed">
          {t("bulkRows.summaries", { count: ids.length - count })}
        </Text>
      )}
    </PreviewModal>
  );
}
