import { Button, PasswordInput, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { unlock } from "./shared";

interface Props {
  token: string;
  onOpen: (ticket: string) => void;
}

export function SharePassword({ token, onOpen }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const open = useMutation({
    mutationFn: () => unlock(token, password),
    onSuccess: ({ ticket }) => onOpen(ticket),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Door title={t("shared.locked")} lead={t("shared.lockedLead")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <PasswordInput
            label={t("share.password")}
            autoFocus
            required
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNote fault={open.error} />
          <Button type="submit" loading={open.isPending}>
            {t("shared.unlock")}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
