import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import type { OpenInvitation } from "./accounts";
import { NewPassword } from "./NewPassword";

interface Props {
  token: string;
  invitation: OpenInvitation;
}

export function InvitationForm({ token, invitation }: Props) {
  const { t } = useTranslation();
  const { email, needs_account: isNew, role, workspace } = invitation;
  const form = useForm({ initialValues: { name: "", password: "" } });
  const accept = useMutation({
    mutationFn: (body: { name: string; password: string }) =>
      http.post<unknown>(`/invitations/by-token/${encodeURIComponent(token)}/acceptance`, body),
    // A whole load: whoever was signed in here before leaves nothing behind.
    onSuccess: () => window.location.assign(`/${workspace.slug}/home`),
    onError: (fault: Problem) => form.setErrors(fault.byField()),
  });
  const roleWord = t(`role.${role}`).toLowerCase();
  return (
    <Door
      title={t("invitation.title", { workspace: workspace.name })}
      lead={t("invitation.lead", { email, role: roleWord })}
    >
      <form className="nl-form" onSubmit={form.onSubmit((values) => accept.mutate(values))}>
        {isNew ? (
          <>
            <TextInput
              label={t("account.name")}
              autoComplete="name"
              autoFocus
              required
              withAsterisk={false}
              {...form.getInputProps("name")}
            />
            <NewPassword {...form.getInputProps("password")} />
          </>
        ) : (
          <PasswordInput
            label={t("account.password")}
            description={t("invitation.existing")}
            autoComplete="current-password"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps("password")}
          />
        )}
        <ProblemNote fault={accept.error} />
        <Button type="submit" loading={accept.isPending}>
          {t("invitation.button")}
        </Button>
      </form>
    </Door>
  );
}
