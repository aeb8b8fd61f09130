import { Anchor, Button, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";

export function ResetRequestPage() {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { email: "" } });
  const ask = useMutation({
    mutationFn: (body: { email: string }) => http.post<void>("/password-resets", body),
  });
  const back = (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/sign-in" />}>
      {t("reset.back")}
    </Anchor>
  );
  if (ask.isSuccess) {
    return (
      <Door title={t("reset.sentTitle")}>
        <Text>{t("reset.sent", { email: ask.variables.email })}</Text>
        {back}
      </Door>
    );
  }
  return (
    <Door title={t("reset.title")} lead={t("reset.lead")}>
      <form className="nl-form" onSubmit={form.onSubmit((values) => ask.mutate(values))}>
        <TextInput
          type="email"
          label={t("account.email")}
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps("email")}
        />
        <ProblemNote fault={ask.error} />
        <Button type="submit" loading={ask.isPending}>
          {t("reset.button")}
        </Button>
        {back}
      </form>
    </Door>
  );
}
