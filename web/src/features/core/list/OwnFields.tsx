import { UnstyledButton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/api/types";
import type { Condition, Field, ListItem } from "@/ui/list/types";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { CellEditor } from "./CellEditor";
import { KINDS } from "./customFields";
import { ListCell } from "./ListCell";
import { fieldsQuery, objectsQuery } from "./lists";
import classes from "./OwnFields.module.css";
import { useEdits } from "./useEdits";
import { useFieldWords } from "./useFieldWords";

interface Props {
  object: Item & { product_id?: string | null };
}

/** The fields that people added to objects of this kind, under those that every one has. */
export function OwnFields({ object }: Props) {
  const { kind, key, archived_at } = object;
  const productId = object.product_id ?? undefined;
  const described = useQuery({
    ...fieldsQuery(kind, productId),
    enabled: KINDS.some((each) => each === kind),
  });
  const fields = described.data?.fields.filter(({ custom }) => custom) ?? [];
  const where: Condition[] = [["key", "is", key]];
  const found = useInfiniteQuery({
    ...objectsQuery({ kind, productId, state: { where, archived: archived_at !== null } }),
    enabled: fields.length > 0,
  });
  const item = found.data?.pages[0]?.items.find(({ id }) => id === object.id);
  if (fields.length === 0 || !item) return null;
  return <Values item={item} fields={fields} productId={productId} />;
}

interface ValuesProps {
  item: ListItem;
  fields: readonly Field[];
  productId: string | undefined;
}

function Values({ item, fields, productId }: ValuesProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const edits = useEdits(item.kind);
  const [edited, setEdited] = useState<string>();
  const canEdit = item.can.edit === true && item.archived_at === null;
  return (
    <Rail>
      {fields.map((field) => {
        const value = edits.valueOf(item, field);
        const isEmpty = value === null || value === undefined || value === "";
        const shown = isEmpty ? null : (
          <ListCell item={item} field={field} value={value} words={words} />
        );
        return (
          <RailField key={field.name} label={<span title={field.description}>{field.label}</span>}>
            {edited === field.name ? (
              <CellEditor
                field={field}
                list={{ kind: item.kind, productId }}
                value={value}
                typed={undefined}
                onDone={(next) => {
                  setEdited(undefined);
                  if (next !== undefined) void edits.write(item, field, next);
                }}
              />
            ) : canEdit && field.writes ? (
              <UnstyledButton
                className={classes.value}
                aria-label={t("list.changeField", { field: field.label })}
                onClick={() => setEdited(field.name)}
              >
                {shown ?? <span className={classes.empty}>{t("list.noValue")}</span>}
              </UnstyledButton>
            ) : (
              <span className={classes.value}>{shown ?? "–"}</span>
            )}
          </RailField>
        );
      })}
    </Rail>
  );
}
