import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The title of what is made: the first field of its form. */
export function TitleInput(props: TextInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput label={t("list.field.title")} required maxLength={300} data-autofocus {...props} />
  );
}
