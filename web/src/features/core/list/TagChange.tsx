import { SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/ui/list/types";
import type { List } from "./useList";
import { ValueInput } from "./ValueInput";

interface Props {
  field: Field;
  list: List;
  onChange: (value: unknown) => void;
}

const WAYS = ["add", "remove", "set"] as const;

/** Of lists: what to add to each, to take from each, or to put in their place. */
export function TagChange({ field, list, onChange }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<(typeof WAYS)[number]>("add");
  const [tags, setTags] = useState<unknown>([]);
  const tell = (how: (typeof WAYS)[number], next: unknown) => {
    setWay(how);
    setTags(next);
    onChange(how === "set" ? next : { [how]: next });
  };
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        value={way}
        onChange={(next) => tell(WAYS.find((one) => one === next) ?? "add", tags)}
        data={WAYS.map((one) => ({ value: one, label: t(`list.tags.${one}`) }))}
      />
      <ValueInput field={field} list={list} value={tags} onChange={(next) => tell(way, next)} />
    </Stack>
  );
}
