import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SHORTEST_PASSWORD } from "./accounts";

export function NewPassword(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t("account.password")}
      description={t("account.passwordRule", { count: SHORTEST_PASSWORD })}
      autoComplete="new-password"
      minLength={SHORTEST_PASSWORD}
      required
      withAsterisk={false}
      {...props}
    />
  );
}
