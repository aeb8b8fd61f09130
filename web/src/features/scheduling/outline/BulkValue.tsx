import { Input, SegmentedControl, Select, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fieldsQuery } from "@/features/core/list/lists";
import { ValueInput } from "@/features/core/list/ValueInput";
import { PersonSelect } from "@/features/core/PersonSelect";
import { TypeSelect } from "@/features/core/types/TypeSelect";
import { DateField } from "@/ui/DateField";
import type { Plan } from "../plan";
import { HOWS, type How } from "./bulkSeveral";
import type { Bulk } from "./useBulk";

const AND = "; ";

interface Props {
  plan: Plan;
  bulk: Bulk;
}

/** What the field that was chosen is to be in all rows. */
export function BulkValue({ plan, bulk }: Props) {
  const { t } = useTranslation();
  const { field, text, setText } = bulk;
  const label = t("bulkRows.value");
  const choice = {
    label,
    value: text || null,
    onChange: (next: string | null) => setText(next ?? ""),
  };
  switch (field) {
    case "owner":
      return <PersonSelect {...choice} />;
    case "type":
      return <TypeSelect {...choice} />;
    case "start":
    case "deadline":
      return <DateField {...choice} />;
    case "people":
      return <People bulk={bulk} />;
    case "state":
      return <Select {...choice} data={bulk.states.map(({ name }) => name)} />;
    case "iteration":
      return (
        <Select
          {...choice}
          clearable
          placeholder={t("iteration.nowhere")}
          data={[...bulk.promised.names].map(([value, name]) => ({ value, label: name }))}
        />
      );
    case "calendar":
      return (
        <Select
          {...choice}
          clearable
          searchable
          placeholder={t("bulkRows.projectCalendar")}
          data={bulk.calendars.map(({ id, title }) => ({ value: id, label: title }))}
        />
      );
    default:
      return bulk.own ? <Own plan={plan} bulk={bulk} /> : <Written bulk={bulk} />;
  }
}

function Written({ bulk }: Pick<Props, "bulk">) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t("bulkRows.value")}
      description={t(`bulkRows.how.${bulk.field as "duration"}`)}
      error={bulk.isUnread && t("bulkRows.unread")}
      value={bulk.text}
      onChange={({ currentTarget }) => bulk.setText(currentTarget.value)}
      data-autofocus
    />
  );
}

function People({ bulk }: Pick<Props, "bulk">) {
  const { t } = useTranslation();
  const { text, setText, resources, isUnread } = bulk;
  return (
    <>
      <Several bulk={bulk} />
      <TagsInput
        label={t("bulkRows.value")}
        description={t("bulkRows.how.people")}
        error={isUnread && t("bulkRows.unread")}
        splitChars={[";"]}
        data={resources.map(({ title }) => title)}
        value={text === "" ? [] : text.split(AND)}
        onChange={(names) => setText(names.join(AND))}
      />
    </>
  );
}

function Own({ plan, bulk }: Props) {
  const { t } = useTranslation();
  const { own, value, setValue } = bulk;
  const productId = plan.project.product_id ?? undefined;
  const { data } = useQuery(fieldsQuery("work_item", productId));
  const field = data?.fields.find(({ custom }) => custom === own?.name);
  if (!field) return null;
  const list = { kind: "work_item", productId };
  return (
    <>
      {field.type === "tags" && <Several bulk={bulk} />}
      <Input.Wrapper label={t("bulkRows.value")}>
        <ValueInput
          key={field.name}
          field={field}
          list={list}
          value={value ?? null}
          onChange={(next) => setValue(next === "" ? null : next)}
        />
      </Input.Wrapper>
    </>
  );
}

/** Whether what is named comes to what is there, takes its place, or goes. */
function Several({ bulk }: Pick<Props, "bulk">) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t("bulkRows.several.label")}
      data={HOWS.map((value) => ({ value, label: t(`bulkRows.several.${value}`) }))}
      value={bulk.how}
      onChange={(how) => bulk.setHow(how as How)}
    />
  );
}
