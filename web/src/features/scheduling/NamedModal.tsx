import { Modal, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { UseMutationResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { CreateForm } from "@/ui/CreateForm";

export interface Named {
  title: string;
  note: string;
}

interface Props<T> {
  /** Where the words of this kind stand: `<words>.name`, `.note` and what `texts` names. */
  words: "baseline" | "scenario";
  texts: { title: string; lead: string; verb: string };
  initialTitle?: string;
  placeholder?: string;
  make: UseMutationResult<T, Problem, Named>;
  onClose: () => void;
}

/** Makes something of a plan that has a name and, if one likes, a note. */
export function NamedModal<T>({
  words,
  texts,
  initialTitle,
  placeholder,
  make,
  onClose,
}: Props<T>) {
  const { t } = useTranslation();
  const form = useForm<Named>({ initialValues: { title: initialTitle ?? "", note: "" } });
  return (
    <Modal opened onClose={onClose} title={texts.title}>
      <CreateForm
        onSubmit={form.onSubmit((values) => make.mutate(values))}
        onCancel={onClose}
        isPending={make.isPending}
        fault={make.error}
        verb={texts.verb}
      >
        <Text size="sm" c="dimmed">
          {texts.lead}
        </Text>
        <TextInput
          label={t(`${words}.name`)}
          placeholder={placeholder}
          required
          maxLength={300}
          data-autofocus
          {...form.getInputProps("title")}
        />
        <Textarea
          label={t(`${words}.note`)}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("note")}
        />
      </CreateForm>
    </Modal>
  );
}
