import { NumberInput, TextInput } from "@mantine/core";
import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import type { Field } from "@/ui/list/types";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";
import { ValueInput } from "./ValueInput";
import { emptied, isPerson, isReference } from "./values";

interface Props {
  field: Field;
  list: Pick<List, "kind" | "productId">;
  value: unknown;
  /** The key that began the edit, and replaces what is there. */
  typed: string | undefined;
  /** `value` undefined: nothing was changed. `stays`: the cell keeps the focus, else the next line has it. */
  onDone: (value: unknown, stays: boolean) => void;
}

/** A cell while it is edited: Enter keeps and goes down, Tab keeps, Escape leaves it as it was. */
export function CellEditor({ field, list, value, typed, onDone }: Props) {
  const words = useFieldWords();
  const isDone = useRef(false);
  const done = (next: unknown, stays: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(next, stays);
  };
  const read = (input: string): unknown => {
    const text = input.trim();
    if (text === "") return field.name === "title" ? undefined : emptied(field);
    if (field.type !== "number") return text === String(value ?? "") ? undefined : text;
    const number = Number(text);
    return Number.isFinite(number) && number !== value ? number : undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === "Escape") done(undefined, true);
    else if (event.key === "Enter") done(read(event.currentTarget.value), false);
    else if (event.key === "Tab") done(read(event.currentTarget.value), true);
    else return;
    event.preventDefault();
  };
  const common = {
    size: "xs" as const,
    "aria-label": words.field(field),
    autoFocus: true,
    onKeyDown,
    onBlur: (event: FocusEvent<HTMLInputElement>) => done(read(event.currentTarget.value), true),
  };
  if (field.type === "text") {
    return <TextInput {...common} defaultValue={typed ?? String(value ?? "")} />;
  }
  if (field.type === "number") {
    const start = typed !== undefined && /\d/.test(typed) ? Number(typed) : (value as number | "");
    return <NumberInput {...common} hideControls defaultValue={start ?? ""} />;
  }
  const plain = isPerson(value) || isReference(value) ? value.id : value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the input within
    <div
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") done(undefined, true);
      }}
    >
      <ValueInput
        field={field}
        list={list}
        value={plain}
        isOpened
        onChange={(next, shown) => done(next === null ? emptied(field) : (shown ?? next), true)}
        onLeave={() => done(undefined, true)}
      />
    </div>
  );
}
