import { TagsInput, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PersonRef } from "@/api/types";
import { LineField } from "@/features/market/LineField";
import { RailSelect } from "@/features/throughline/RailSelect";
import { DateField } from "@/ui/DateField";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { OwnerField } from "../OwnerField";
import { ProjectField } from "../ProjectField";
import { type FieldSpec, SPECS } from "../specs";
import type { Entry, EntryKind } from "../types";

interface Props {
  kind: EntryKind;
  entry: Entry;
  canEdit: boolean;
  onSave: (fields: Partial<Entry>) => void;
}

export function EntryRail({ kind, entry, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <Rail>
      {SPECS[kind].rail.map((spec) => (
        <SpecField key={spec.name} spec={spec} entry={entry} canEdit={canEdit} onSave={onSave} />
      ))}
      <OwnerField
        label={t("list.field.owner")}
        person={entry.owner}
        canEdit={canEdit}
        onSave={(owner_id) => onSave({ owner_id })}
      />
      {kind === "lesson" && (
        <RailField label={t("list.field.tags")}>
          <TagsInput
            variant="unstyled"
            size="sm"
            aria-label={t("list.field.tags")}
            readOnly={!canEdit}
            value={tagsOf(entry)}
            onChange={(tags) => onSave({ tags })}
          />
        </RailField>
      )}
      <ProjectField project={entry.project} search={{ view: "register", register: kind }} />
    </Rail>
  );
}

function tagsOf({ tags }: Entry): string[] {
  return Array.isArray(tags) ? tags.map(String) : [];
}

interface SpecProps extends Omit<Props, "kind"> {
  spec: FieldSpec;
}

function SpecField({ spec, entry, canEdit, onSave }: SpecProps) {
  const { t } = useTranslation();
  const { name } = spec;
  const label = t(`raid.field.${name}`);
  const value = entry[name];
  if (spec.as === "person") {
    return (
      <OwnerField
        label={label}
        person={(value ?? null) as PersonRef | null}
        canEdit={canEdit}
        onSave={(member) => onSave({ [`${name}_id`]: member })}
      />
    );
  }
  if (spec.as === "line") {
    return (
      <LineField
        label={label}
        placeholder="–"
        value={String(value ?? "")}
        canEdit={canEdit}
        onSave={(text) => onSave({ [name]: text })}
      />
    );
  }
  if (spec.as === "day") {
    return (
      <RailField label={label}>
        <DateField
          aria-label={label}
          value={typeof value === "string" ? value : null}
          readOnly={!canEdit}
          onChange={(day) => onSave({ [name]: day })}
        />
      </RailField>
    );
  }
  const word = (option: string) => t(`raid.option.${option as "open"}`);
  return (
    <RailField label={label}>
      {canEdit ? (
        <RailSelect
          aria-label={label}
          allowDeselect={false}
          data={(spec.options ?? []).map((option) => ({ value: option, label: word(option) }))}
          value={String(value)}
          onChange={(next) => next && onSave({ [name]: next })}
        />
      ) : (
        <Text size="sm">{word(String(value))}</Text>
      )}
    </RailField>
  );
}
