import { Group, TagsInput, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SpeaksFor } from "@/features/market/personas/SpeaksFor";
import { RailSelect } from "@/features/throughline/RailSelect";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import { EVIDENCE, SOURCES } from "./discover";
import { InterviewFields } from "./InterviewFields";
import { SourceIcon } from "./SourceIcon";
import { TagList } from "./TagList";
import type { Insight } from "./types";
import { useCustomerOptions } from "./useCustomerOptions";
import { useTags } from "./useTags";

interface Props {
  insight: Insight;
  canEdit: boolean;
  onSave: (fields: Partial<Insight>) => void;
}

export function InsightRail({ insight, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const customers = useCustomerOptions();
  const tags = useTags(insight.product_id);
  const { source, customer } = insight;
  const customerId = insight.customer_id !== undefined ? insight.customer_id : customer?.id;
  return (
    <Rail>
      <RailField label={t("filter.source")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("filter.source")}
            allowDeselect={false}
            leftSection={<SourceIcon source={source} />}
            data={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
            value={source}
            onChange={(next) => onSave({ source: SOURCES.find((known) => known === next) })}
          />
        ) : (
          <Group gap="sm">
            <SourceIcon source={source} />
            {t(`source.${source}`)}
          </Group>
        )}
      </RailField>
      {source === "interview" && <InterviewFields insight={insight} canEdit={canEdit} />}
      <RailField label={t("evidence.label")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("evidence.label")}
            allowDeselect={false}
            data={EVIDENCE.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            value={insight.evidence}
            onChange={(next) => onSave({ evidence: EVIDENCE.find((known) => known === next) })}
          />
        ) : (
          <Text size="sm">{t(`evidence.${insight.evidence}`)}</Text>
        )}
      </RailField>
      <RailField label={t("insight.state")}>
        <Text size="sm">{t(`insight.states.${insight.state}`)}</Text>
        {insight.state === "snoozed" && insight.snoozed_until && (
          <Text size="xs" c="dimmed">
            {t("triage.until", { day: figures.date(insight.snoozed_until) })}
          </Text>
        )}
      </RailField>
      <RailField label={t("filter.customer")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("filter.customer")}
            placeholder={t("insight.noCustomer")}
            searchable
            clearable
            data={customers}
            value={customerId ?? null}
            onChange={(next) => onSave({ customer_id: next })}
          />
        ) : (
          !customer && t("insight.noCustomer")
        )}
        {customer && customer.id === customerId && (
          <PeekLink kind="customer" id={customer.id} objectKey={customer.key} fz="xs">
            {canEdit ? t("customer.open") : customer.title}
          </PeekLink>
        )}
      </RailField>
      <SpeaksFor object={insight} productId={insight.product_id} canEdit={canEdit} />
      <RailField label={t("filter.tags")}>
        {canEdit ? (
          <TagsInput
            variant="unstyled"
            size="sm"
            aria-label={t("filter.tags")}
            placeholder={insight.tags.length === 0 ? t("insight.addTag") : ""}
            data={tags}
            maxTags={20}
            value={insight.tags}
            onChange={(next) => onSave({ tags: next.map((tag) => tag.trim().toLowerCase()) })}
          />
        ) : (
          <TagList tags={insight.tags} />
        )}
      </RailField>
      <RailField label={t("column.noted")}>
        <Text size="sm">{figures.date(insight.created_at)}</Text>
      </RailField>
    </Rail>
  );
}
