import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { portalPath } from "./wishes";

interface Props {
  slug: string;
  isFirst?: boolean;
}

/** Asks for a mailed link that proves an address. */
export function AskForLink({ slug, isFirst = false }: Props) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const ask = useMutation({
    mutationFn: (address: string) => http.post(`${portalPath(slug)}/keys`, { email: address }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(email);
  };
  if (ask.isSuccess) {
    return <Alert role="status">{t("wishes.linkSent", { email: ask.variables })}</Alert>;
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          type="email"
          label={t("wishes.email")}
          required
          autoComplete="email"
          data-autofocus={isFirst || undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ProblemNote fault={ask.error} />
        <Button type="submit" loading={ask.isPending}>
          {t("wishes.sendLink")}
        </Button>
      </Stack>
    </form>
  );
}
