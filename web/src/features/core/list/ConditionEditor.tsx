import { Button, Combobox, Group, MantineThemeProvider, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Condition } from "@/ui/list/types";
import { isWhole, reasked, startOf, takes } from "./conditions";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";
import { ValueInput } from "./ValueInput";

interface Props {
  list: List;
  condition: Condition;
  onDone: (condition: Condition) => void;
  onCancel: () => void;
}

// Choices are drawn within the popover around them: a click outside of it would close it.
const WITHIN = {
  components: { Combobox: Combobox.extend({ defaultProps: { withinPortal: false } }) },
};

/** One condition: field, operator, value; Enter sets it. */
export function ConditionEditor(props: Props) {
  return (
    <MantineThemeProvider theme={WITHIN}>
      <ConditionForm {...props} />
    </MantineThemeProvider>
  );
}

function ConditionForm({ list, condition, onDone, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const words = useFieldWords();
  const [draft, setDraft] = useState(condition);
  const [name, operator, value] = draft;
  const field = list.byName.get(name);
  if (!field) return null;
  const wanted = takes(operator);
  const set = (next: unknown) => setDraft([name, operator, next]);
  const ends: unknown[] = Array.isArray(value) ? value : [null, null];
  const said = (one: string) =>
    i18n.exists(`list.operator.${one}`) ? t(`list.operator.${one}` as "list.operator.is") : one;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(draft)) onDone(draft);
      }}
    >
      <Stack gap="sm">
        <Group gap={4} wrap="nowrap" grow>
          <Select
            size="xs"
            aria-label={t("list.fieldOfFilter")}
            allowDeselect={false}
            value={name}
            data={list.fields.map((one) => ({ value: one.name, label: words.field(one) }))}
            onChange={(next) => {
              const other = list.byName.get(next ?? "");
              if (other) setDraft(startOf(other));
            }}
          />
          <Select
            size="xs"
            aria-label={t("list.howToCompare")}
            allowDeselect={false}
            value={operator}
            data={field.operators.map((one) => ({ value: one, label: said(one) }))}
            onChange={(next) => next && setDraft(reasked(draft, next))}
          />
        </Group>
        {(wanted === "one" || wanted === "many") && (
          <ValueInput
            key={`${name} ${operator}`}
            field={field}
            list={list}
            value={value}
            isFilter
            isMany={wanted === "many"}
            onChange={set}
          />
        )}
        {wanted === "two" && (
          <Group gap={4} grow wrap="nowrap">
            {[0, 1].map((end) => (
              <ValueInput
                key={end}
                field={field}
                list={list}
                value={ends[end]}
                isFilter
                onChange={(next) => set([0, 1].map((at) => (at === end ? next : ends[at])))}
              />
            ))}
          </Group>
        )}
        <Group gap="sm" justify="flex-end">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {t("cancel")}
          </Button>
          <Button size="compact-sm" type="submit" aria-disabled={!isWhole(draft)}>
            {t("list.setFilter")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
