import { Text, Textarea } from "@mantine/core";
import { RailField } from "@/ui/RailField";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  canEdit: boolean;
  onSave: (text: string) => void;
}

/** A few words in the rail, saved on Enter and when one leaves them. */
export function LineField({ label, placeholder, value, canEdit, onSave }: Props) {
  return (
    <RailField label={label}>
      {canEdit ? (
        <Textarea
          key={value}
          autosize
          maxRows={4}
          variant="unstyled"
          size="sm"
          aria-label={label}
          placeholder={placeholder}
          maxLength={300}
          defaultValue={value}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
          onBlur={({ currentTarget }) => {
            const next = currentTarget.value.replaceAll("\n", " ").trim();
            if (next !== value) onSave(next);
          }}
        />
      ) : (
        <Text size="sm">{value || placeholder}</Text>
      )}
    </RailField>
  );
}
