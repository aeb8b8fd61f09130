import { Select, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Plan } from "../plan";
import { useCommit } from "../promises/useCommit";
import { BulkValue } from "./BulkValue";
import { PreviewModal } from "./PreviewModal";
import { useBulk } from "./useBulk";

interface Props {
  plan: Plan;
  ids: readonly string[];
  onClose: () => void;
}

/** One field of all marked rows, with what it would move before it does. */
export function BulkModal({ plan, ids, onClose }: Props) {
  const { t } = useTranslation();
  const bulk = useBulk(plan, ids);
  const commit = useCommit(plan.project.id);
  const { rows, promised, text } = bulk;
  const count = rows.length;
  const isPromise = bulk.field === "iteration";
  const going = rows.filter(({ id }) => (promised.values.get(id) ?? "") !== text);
  const leaving = going.filter(({ id }) => promised.values.has(id));
  return (
    <PreviewModal
      plan={plan}
      title={t("bulkRows.title", { count: ids.length })}
      verb={t("bulkRows.apply", { count: isPromise ? going.length : count })}
      said={t("bulkRows.done", { count })}
      edits={bulk.edits ?? []}
      isHeld={bulk.isHeld || (isPromise && going.length === 0)}
      instead={
        isPromise
          ? () =>
              commit(
                going.map(({ id }) => id),
                text || null,
              )
          : undefined
      }
      onClose={onClose}
    >
      <Select
        label={t("bulkRows.field")}
        data={[
          ...bulk.fields.map((value) => ({
            value: value as string,
            label: t(`bulkRows.fields.${value}`),
          })),
          ...bulk.owns.map(({ name, title }) => ({ value: `custom.${name}`, label: title })),
        ]}
        value={bulk.field}
        allowDeselect={false}
        searchable
        maxDropdownHeight={360}
        onChange={(next) => bulk.choose(next ?? "duration")}
      />
      <BulkValue plan={plan} bulk={bulk} />
      {isPromise && (
        <Text size="sm" role="status">
          {t(text ? "bulkRows.goIn" : "bulkRows.goOut", { count: going.length })}{" "}
          {text !== "" && leaving.length > 0 && t("bulkRows.leave", { count: leaving.length })}{" "}
          {t("bulkRows.noDates")}
        </Text>
      )}
      {count < ids.length && (
        <Text size="sm" c="dimmed">
          {t("bulkRows.summaries", { count: ids.length - count })}
        </Text>
      )}
    </PreviewModal>
  );
}
