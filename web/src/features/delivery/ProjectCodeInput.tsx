import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The prefix of every task's key. */
export function ProjectCodeInput(props: TextInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t("project.code")}
      description={t("project.codeHint")}
      maxLength={10}
      {...props}
    />
  );
}
