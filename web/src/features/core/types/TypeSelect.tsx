import { Group, Select, type SelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useItemTypes } from "./itemTypes";
import { TypeMark } from "./TypeMark";

type Given = Omit<SelectProps, "data" | "value" | "onChange" | "renderOption">;

interface Props extends Given {
  /** Null is the plain task. */
  value: string | null;
  onChange: (typeId: string | null) => void;
}

const PLAIN = "plain";

/** Chooses a type of work: those in use, and the one that the item has. */
export function TypeSelect({ value, onChange, ...given }: Props) {
  const { t } = useTranslation();
  const { live, byId } = useItemTypes();
  const own = value ? byId.get(value) : undefined;
  const offered = own?.archived_at ? [...live, own] : live;
  return (
    <Select
      {...given}
      allowDeselect={false}
      leftSection={own && <TypeMark type={own} isNamed />}
      data={[
        { value: PLAIN, label: t("itemTypes.plain") },
        ...offered.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      value={value ?? PLAIN}
      renderOption={({ option }) => {
        const type = byId.get(option.value);
        return (
          <Group gap="xs" wrap="nowrap">
            {type && <TypeMark type={type} isNamed />}
            {option.label}
          </Group>
        );
      }}
      onChange={(next) => next !== null && onChange(next === PLAIN ? null : next)}
    />
  );
}
