import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "@/features/core/members";
import { endOf } from "@/ui/endOf";
import type { Field } from "@/ui/list/types";
import { candidatesQuery, valuesQuery } from "./lists";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";
import classes from "./ValueInput.module.css";

export interface ValueProps {
  field: Field;
  list: Pick<List, "kind" | "productId">;
  value: unknown;
  /** `shown` is what a list shows of the value, where that is more than the value. */
  onChange: (value: unknown, shown?: unknown) => void;
  onLeave?: () => void;
  /** Opens its choices at once: it stands in a cell. */
  isOpened?: boolean;
  /** Takes several, joined by “any of”. */
  isMany?: boolean;
  /** Offers “me” and days relative to today, which only filters know. */
  isFilter?: boolean;
}

const WAIT_MS = 200;
// Who picks several looks at the choices for long: they push what comes below further down instead of covering it.
const IN_FLOW = { dropdown: classes.inFlow };

/** An input that fits the field's type. */
export function ValueInput(props: ValueProps) {
  const { field, value, onChange, isOpened, onLeave } = props;
  const { t } = useTranslation();
  const words = useFieldWords();
  const label = words.field(field);
  const common = { size: "xs" as const, "aria-label": label, autoFocus: isOpened, onBlur: onLeave };
  switch (field.type) {
    case "person":
      return <PersonValue {...props} />;
    case "reference":
      return <ReferenceValue {...props} />;
    case "tags":
      return <TagsValue {...props} />;
    case "choice": {
      const data = field.options.map((one) => ({
        value: one.value,
        label: words.option(field, one.value),
      }));
      return props.isMany ? (
        <MultiSelect
          {...common}
          classNames={IN_FLOW}
          data={data}
          value={texts(value)}
          onChange={(next) => onChange(next)}
        />
      ) : (
        <Select
          {...common}
          clearable
          data={data}
          value={textOr(value)}
          defaultDropdownOpened={isOpened}
          onChange={(next) => onChange(next)}
        />
      );
    }
    case "yes_no":
      return (
        <Select
          {...common}
          clearable={!props.isFilter}
          data={[
            { value: "true", label: t("list.yes") },
            { value: "false", label: t("list.no") },
          ]}
          value={value === null || value === undefined ? null : String(value)}
          defaultDropdownOpened={isOpened}
          onChange={(next) => onChange(next === null ? null : next === "true")}
        />
      );
    case "number":
      return (
        <NumberInput
          {...common}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => onChange(typeof next === "number" ? next : null)}
        />
      );
    case "date":
    case "datetime":
      return <DayValue {...props} />;
    default:
      return (
        <TextInput
          {...common}
          value={textOr(value) ?? ""}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** A day, or in a filter one relative to today, such as today-7d. */
function DayValue({ field, value, onChange, onLeave, isOpened, isFilter }: ValueProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const text = textOr(value)?.slice(0, isFilter ? undefined : 10) ?? "";
  const isMoment = field.type === "datetime" && !isFilter;
  return (
    <TextInput
      size="xs"
      type={isFilter ? "text" : "date"}
      aria-label={words.field(field)}
      placeholder={isFilter ? t("list.dayHint") : undefined}
      autoFocus={isOpened}
      defaultValue={text}
      onBlur={(event) => {
        const next = event.currentTarget.value;
        if (next !== text) onChange(next === "" ? null : isMoment ? endOf(next) : next);
        onLeave?.();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}

function PersonValue({ field, value, onChange, onLeave, isOpened, isMany, isFilter }: ValueProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { data: people = [] } = useQuery(peopleQuery);
  const data = [
    ...(isFilter ? [{ value: "me", label: t("list.me") }] : []),
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const common = { size: "xs" as const, "aria-label": words.field(field), searchable: true, data };
  if (isMany)
    return (
      <MultiSelect
        {...common}
        classNames={IN_FLOW}
        value={texts(value)}
        onChange={(next) => onChange(next)}
      />
    );
  return (
    <Select
      {...common}
      clearable
      autoFocus={isOpened}
      value={textOr(value)}
      defaultDropdownOpened={isOpened}
      onBlur={onLeave}
      onChange={(next) =>
        onChange(
          next,
          people.find(({ id }) => id === next),
        )
      }
    />
  );
}

function ReferenceValue({ field, value, onChange, onLeave, isOpened, isMany }: ValueProps) {
  const words = useFieldWords();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed, WAIT_MS);
  const { data } = useQuery(candidatesQuery(field.of ?? "", q));
  const found = data?.items ?? [];
  const options = found.map(({ id, key, title }) => ({ value: id, label: `${title} (${key})` }));
  const common = {
    size: "xs" as const,
    "aria-label": words.field(field),
    searchable: true,
    data: options,
    onSearchChange: setTyped,
    // The server has filtered.
    filter: ({ options: all }: { options: typeof options }) => all,
  };
  if (isMany) {
    return (
      <MultiSelect
        {...common}
        classNames={IN_FLOW}
        filter={undefined}
        value={texts(value)}
        onChange={(next) => onChange(next)}
      />
    );
  }
  return (
    <Select
      {...common}
      filter={undefined}
      clearable
      autoFocus={isOpened}
      value={textOr(value)}
      defaultDropdownOpened={isOpened}
      onBlur={onLeave}
      onChange={(next) =>
        onChange(
          next,
          found.find(({ id }) => id === next),
        )
      }
    />
  );
}

function TagsValue({ field, list, value, onChange, onLeave, isOpened, isFilter }: ValueProps) {
  const words = useFieldWords();
  const [held, setHeld] = useState(texts(value));
  const isFree = field.options.length === 0;
  const { data: used = [] } = useQuery({
    ...valuesQuery(list.kind, list.productId, field.name),
    enabled: isFree,
  });
  const common = {
    size: "xs" as const,
    "aria-label": words.field(field),
    value: held,
    autoFocus: isOpened,
    classNames: isFilter ? IN_FLOW : undefined,
    onChange: (next: string[]) => {
      setHeld(next);
      // In a cell the edit ends when the input is left.
      if (!isOpened) onChange(next);
    },
    onBlur: () => {
      if (isOpened) {
        if (held.join("\n") === texts(value).join("\n")) onLeave?.();
        else onChange(held);
      }
    },
  };
  if (isFree) return <TagsInput {...common} data={used} />;
  const data = field.options.map((one) => ({ value: one.value, label: one.label }));
  return <MultiSelect {...common} data={data} />;
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
  return typeof value === "string" && value !== "" ? [value] : [];
}

function textOr(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
