import { Button, PasswordInput, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Door } from "@/features/accounts/Door";
import { ProblemNote } from "@/ui/ProblemNote";

interface Props {
  token: string;
  onTicket: (ticket: string) => void;
}

/** Asks for a share's password and trades it for a ticket. */
export function UnlockForm({ token, onTicket }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const unlock = useMutation({
    mutationFn: () => http.post<{ ticket: string }>(`/public/shares/${token}/unlock`, { password }),
    onSuccess: ({ ticket }) => onTicket(ticket),
  });
  return (
    <Door title={t("share.locked")} lead={t("share.lockedLead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          unlock.mutate();
        }}
      >
        <Stack gap="md">
          {unlock.error && <ProblemNote fault={unlock.error} />}
          <PasswordInput
            label={t("share.password")}
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={unlock.isPending}>
            {t("share.unlock")}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
