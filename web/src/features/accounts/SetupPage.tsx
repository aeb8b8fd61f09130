import { Anchor, Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { sessionQuery } from "@/api/session";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { setupQuery } from "./accounts";
import { NewPassword } from "./NewPassword";

interface Props {
  token: string;
}

/** The very first visit: makes the first workspace and its owner. */
export function SetupPage({ token }: Props) {
  const { t } = useTranslation();
  const router = useRouter();
  const cache = useQueryClient();
  const { data: setup } = useQuery(setupQuery);
  const form = useForm({
    initialValues: { name: "", email: "", password: "", workspace_name: "", token },
  });
  const setUp = useMutation({
    mutationFn: (body: typeof form.values) => http.post<unknown>("/setup", body),
    onSuccess: async () => {
      cache.removeQueries(setupQuery);
      await cache.fetchQuery(sessionQuery);
      router.history.push("/");
    },
    onError: (fault: Problem) => form.setErrors(fault.byField()),
  });
  if (setup && !setup.needed) {
    return (
      <Door title={t("setup.doneTitle")} lead={t("setup.doneLead")}>
        <Anchor renderRoot={(props) => <Link {...props} to="/sign-in" />}>
          {t("signIn.title")}
        </Anchor>
      </Door>
    );
  }
  return (
    <Door title={t("setup.title")} lead={t("setup.lead")}>
      <form className="nl-form" onSubmit={form.onSubmit((values) => setUp.mutate(values))}>
        <TextInput
          label={t("setup.workspace")}
          description={t("setup.workspaceHint")}
          autoComplete="organization"
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps("workspace_name")}
        />
        <TextInput
          label={t("account.name")}
          autoComplete="name"
          required
          withAsterisk={false}
          {...form.getInputProps("name")}
        />
        <TextInput
          type="email"
          label={t("account.email")}
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps("email")}
        />
        <NewPassword {...form.getInputProps("password")} />
        {token === "" && (
          <TextInput
            label={t("setup.token")}
            description={t("setup.tokenHint")}
            required
            withAsterisk={false}
            {...form.getInputProps("token")}
          />
        )}
        <ProblemNote fault={setUp.error} />
        <Button type="submit" loading={setUp.isPending}>
          {t("setup.button")}
        </Button>
      </form>
    </Door>
  );
}
