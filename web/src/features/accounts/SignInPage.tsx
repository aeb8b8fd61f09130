import { Anchor, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { type SignedIn, sessionQuery } from "@/api/session";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { setupQuery } from "./accounts";

interface Props {
  next: string | undefined;
}

export function SignInPage({ next }: Props) {
  const { t } = useTranslation();
  const router = useRouter();
  const cache = useQueryClient();
  const { data: setup } = useQuery(setupQuery);
  const form = useForm({ initialValues: { email: "", password: "" } });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      http.post<SignedIn>("/session", body),
    onSuccess: (session) => {
      cache.setQueryData(sessionQuery.queryKey, session);
      router.history.push(next ?? "/");
    },
  });
  return (
    <Door title={t("signIn.title")} lead={setup?.needed ? t("signIn.notSetUp") : undefined}>
      <form className="nl-form" onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <TextInput
          type="email"
          label={t("account.email")}
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("account.password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps("password")}
        />
        <ProblemNote fault={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t("signIn.button")}
        </Button>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reset" />}>
          {t("signIn.forgot")}
        </Anchor>
      </form>
    </Door>
  );
}
