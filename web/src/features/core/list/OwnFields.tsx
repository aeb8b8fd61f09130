import { ActionIcon, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/api/types";
import type { Condition, Field, ListItem } from "@/ui/list/types";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { holdsFor } from "../types/itemTypes";
import { CellEditor } from "./CellEditor";
import { customFieldsQuery, KINDS } from "./customFields";
import { ListCell } from "./ListCell";
import { fieldsQuery, objectsQuery } from "./lists";
import classes from "./OwnFields.module.css";
import { useEdits } from "./useEdits";
import { useFieldWords } from "./useFieldWords";
import { isReference } from "./values";

type Subject = Pick<Item, "id" | "key" | "archived_at"> & {
  kind: string;
  product_id?: string | null;
};

interface Props {
  object: Subject;
}

/** The fields that people added to objects of this kind, under those that every one has. */
export function OwnFields({ object }: Props) {
  if (!KINDS.some((each) => each === object.kind)) return null;
  if (object.product_id === undefined) return <OfProject object={object} />;
  return <OfProduct object={object} productId={object.product_id ?? undefined} />;
}

/** Of what belongs to a project only its row in the list knows the product; a customer is no product's. */
function OfProject({ object }: Props) {
  const row = useRow(object);
  if (!row) return null;
  const { product } = row.fields;
  return <OfProduct object={object} productId={isReference(product) ? product.id : undefined} />;
}

interface OfProductProps extends Props {
  productId: string | undefined;
}

function OfProduct({ object, productId }: OfProductProps) {
  const { data } = useQuery(fieldsQuery(object.kind, productId));
  const isNoProducts = productId === undefined;
  const added = useQuery({ ...customFieldsQuery(object.kind), enabled: isNoProducts });
  const ofWorkspace = added.data?.filter(({ product_id }) => product_id === null);
  const fields =
    data?.fields.filter(
      ({ custom }) => custom && (!isNoProducts || ofWorkspace?.some(({ name }) => name === custom)),
    ) ?? [];
  return fields.length > 0 && <Found object={object} fields={fields} productId={productId} />;
}

function Found({ object, ...rest }: Omit<ValuesProps, "item"> & Props) {
  const item = useRow(object);
  return item && <Values item={item} {...rest} />;
}

/** The object as its list tells it: with the names of what its fields lead to. */
function useRow({ id, kind, key, archived_at }: Subject): ListItem | undefined {
  const where: Condition[] = [["key", "is", key]];
  const state = { where, archived: archived_at !== null };
  const { data } = useInfiniteQuery(objectsQuery({ kind, productId: undefined, state }));
  return data?.pages[0]?.items.find((item) => item.id === id);
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
  const { item_type: type } = item.fields;
  const held = fields.filter((field) =>
    holdsFor(field.only_types, isReference(type) ? type.id : null),
  );
  return (
    <Rail>
      {held.map((field) => {
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
            ) : !canEdit || !field.writes ? (
              <span className={classes.value}>{shown ?? "–"}</span>
            ) : shown && isReference(value) ? (
              // What leads elsewhere is not changed by a click on it.
              <span className={classes.leading}>
                {shown}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t("list.changeField", { field: field.label })}
                  onClick={() => setEdited(field.name)}
                >
                  <IconPencil size={14} stroke={1.6} />
                </ActionIcon>
              </span>
            ) : (
              <UnstyledButton className={classes.value} onClick={() => setEdited(field.name)}>
                <VisuallyHidden>{t("list.changeField", { field: field.label })}: </VisuallyHidden>
                {shown ?? <span className={classes.empty}>{t("list.noValue")}</span>}
              </UnstyledButton>
            )}
          </RailField>
        );
      })}
    </Rail>
  );
}
