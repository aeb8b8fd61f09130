import { Text, TextInput } from "@mantine/core";
import { RailField } from "@/ui/RailField";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  canEdit: boolean;
  onSave: (text: string) => void;
}

/** One line of text in the rail, saved when one leaves it. */
export function LineField({ label, placeholder, value, canEdit, onSave }: Props) {
  return (
    <RailField label={label}>
      {canEdit ? (
        <TextInput
          key={value}
          variant="unstyled"
          size="sm"
          aria-label={label}
          placeholder={placeholder}
          maxLength={300}
          defaultValue={value}
          onBlur={({ currentTarget }) => {
            const next = currentTarget.value.trim();
            if (next !== value) onSave(next);
          }}
        />
      ) : (
        <Text size="sm">{value || placeholder}</Text>
      )}
    </RailField>
  );
}
