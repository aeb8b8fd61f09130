import { Button, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/ui/list/types";
import { ColumnChoice } from "./ColumnChoice";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
}

/** Which columns are shown, and in which order. */
export function ColumnsMenu({ list }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { columns } = list.state;
  const named = (field: Field) => ({ id: field.name, label: words.field(field) });
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={14} stroke={1.6} aria-hidden />}
        >
          {t("list.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" w={260} aria-label={t("list.columns")}>
        <ColumnChoice
          shown={columns.flatMap((name) => list.byName.get(name) ?? []).map(named)}
          hidden={list.fields.filter(({ name }) => !columns.includes(name)).map(named)}
          fixed="title"
          onChange={(next) => list.set({ columns: next })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
