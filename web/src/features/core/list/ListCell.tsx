import { Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Kind } from "@/api/types";
import { KeyBadge } from "@/ui/KeyBadge";
import type { Field, ListItem } from "@/ui/list/types";
import { PeekLink } from "@/ui/PeekLink";
import { PersonPill } from "@/ui/PersonPill";
import { TypeName } from "../types/TypeName";
import classes from "./ObjectList.module.css";
import type { FieldWords } from "./useFieldWords";
import { isPerson, isReference, isTexts } from "./values";

interface Props {
  item: ListItem;
  field: Field;
  value: unknown;
  /** Given, as a list has them once and cells by the hundred. */
  words: FieldWords;
}

/** One value, drawn by the type of its field. */
export function ListCell({ item, field, value, words }: Props) {
  const { t, figures } = words;
  if (field.name === "title") {
    const { kind, id } = item.part_of ?? item;
    return (
      <span className={classes.title}>
        <KeyBadge value={item.key} />
        <PeekLink kind={kind as Kind} id={id} objectKey={item.key} fz="sm" c="inherit">
          {String(value ?? item.title)}
        </PeekLink>
      </span>
    );
  }
  if (value === null || value === undefined) return null;
  if ((isReference(value) && !value.title) || (isPerson(value) && !value.name)) {
    return (
      <Text span size="sm" c="dimmed" fs="italic">
        {t("list.gone")}
      </Text>
    );
  }
  if (isReference(value) && value.kind === "item_type") {
    return <TypeName id={value.id} title={value.title} />;
  }
  if (isReference(value)) {
    return (
      <PeekLink
        kind={value.kind as Kind}
        id={value.id}
        objectKey={value.key}
        fz="sm"
        c="var(--mantine-color-text)"
      >
        {value.title}
      </PeekLink>
    );
  }
  if (isPerson(value)) return <PersonPill person={value} />;
  if (isTexts(value)) {
    return value.map((tag) => (
      <span key={tag} className={classes.tag}>
        {words.option(field, tag)}
      </span>
    ));
  }
  if (value === true) return <IconCheck size={14} aria-label={t("list.yes")} />;
  if (field.type === "datetime") {
    return (
      <Text span size="sm" c="dimmed" title={figures.dateTime(String(value))}>
        {figures.ago(String(value))}
      </Text>
    );
  }
  return words.value(field, value);
}
