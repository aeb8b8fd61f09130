import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field, ListItem } from "@/ui/list/types";
import { BulkDeed } from "./BulkDeed";
import type { Wanted } from "./lists";
import { TagChange } from "./TagChange";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";
import { ValueInput } from "./ValueInput";
import { emptied, sent } from "./values";

/** The field that is changed, or what else is done. */
export type Deed = Field | "archive" | "remove";

interface Props {
  list: List;
  chosen: readonly ListItem[];
  deed: Deed;
  onClose: () => void;
  onApply: (wanted: Wanted) => Promise<void>;
}

/** What is to become of the chosen: a value of one field, or what is done with them whole. */
export function BulkModal({ list, chosen, deed, onClose, onApply }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [value, setValue] = useState<unknown>();
  const count = chosen.length;
  const shared = { list, chosen, onClose, onApply };
  if (typeof deed === "string") {
    const name = other(deed, list);
    return (
      <BulkDeed
        {...shared}
        title={t(`list.${name}Many`, { count })}
        verb={t(`list.${name}`)}
        wanted={WANTED[name]}
      />
    );
  }
  return (
    <BulkDeed
      {...shared}
      title={t("list.changeField", { field: words.field(deed).toLowerCase(), count })}
      verb={t("list.change")}
      wanted={value === undefined ? undefined : { fields: sent(deed, value ?? emptied(deed)) }}
      isShown
    >
      {deed.type === "tags" ? (
        <TagChange field={deed} list={list} onChange={setValue} />
      ) : (
        <>
          <ValueInput field={deed} list={list} value={value} onChange={setValue} />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            w="fit-content"
            onClick={() => setValue(null)}
          >
            {t("list.emptyIt")}
          </Button>
        </>
      )}
    </BulkDeed>
  );
}

const WANTED = {
  archive: { archived: true },
  restore: { archived: false },
  remove: { removed: true },
} as const satisfies Record<string, Wanted>;

/** What is done where no field is changed. */
function other(deed: Deed, list: List): keyof typeof WANTED {
  if (deed === "remove") return deed;
  return list.state.archived ? "restore" : "archive";
}
