import { Anchor, Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { NewPassword } from "./NewPassword";

interface Props {
  uid: string;
  token: string;
}

export function ResetConfirmPage({ uid, token }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { password: "" } });
  const confirm = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      http.post<void>("/password-resets/confirmation", { uid, token, password }),
    onSuccess: () => {
      toast.done(t("reset.done"));
      void navigate({ to: "/sign-in" });
    },
    onError: (fault: Problem) => form.setErrors(fault.byField()),
  });
  return (
    <Door title={t("reset.newTitle")}>
      <form className="nl-form" onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
        <NewPassword autoFocus {...form.getInputProps("password")} />
        <ProblemNote fault={confirm.error} />
        <Button type="submit" loading={confirm.isPending}>
          {t("reset.save")}
        </Button>
        {confirm.isError && (
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reset" />}>
            {t("reset.again")}
          </Anchor>
        )}
      </form>
    </Door>
  );
}
