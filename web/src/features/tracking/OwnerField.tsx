import { Text } from "@mantine/core";
import type { PersonRef } from "@/api/types";
import { PersonSelect } from "@/features/core/PersonSelect";
import { PersonPill } from "@/ui/PersonPill";
import { RailField } from "@/ui/RailField";

interface Props {
  label: string;
  person: PersonRef | null;
  canEdit: boolean;
  onSave: (memberId: string | null) => void;
}

/** A person in the rail of a line. */
export function OwnerField({ label, person, canEdit, onSave }: Props) {
  return (
    <RailField label={label}>
      {canEdit ? (
        <PersonSelect
          variant="unstyled"
          size="sm"
          aria-label={label}
          value={person?.id ?? null}
          onChange={onSave}
        />
      ) : person ? (
        <PersonPill person={person} />
      ) : (
        <Text size="sm">–</Text>
      )}
    </RailField>
  );
}
