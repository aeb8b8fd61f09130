import { Button, Divider, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { AskForLink } from "./AskForLink";
import { usePortalDeed } from "./usePortalDeed";
import { portalPath } from "./wishes";

interface Props {
  slug: string;
  hasPassphrase: boolean;
}

/** A private portal before one is inside. */
export function LockedPortal({ slug, hasPassphrase }: Props) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState("");
  const unlock = usePortalDeed(slug, (words: string) =>
    http.post(`${portalPath(slug)}/unlock`, { passphrase: words }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlock.mutate(passphrase);
  };
  const or = hasPassphrase ? t("wishes.orPassphrase") : "";
  return (
    <Door title={t("wishes.locked")} lead={t("wishes.lockedLead", { or })}>
      <Stack gap="lg">
        <AskForLink slug={slug} />
        {hasPassphrase && (
          <>
            <Divider />
            <form onSubmit={submit}>
              <Stack gap="sm">
                <PasswordInput
                  label={t("wishes.passphrase")}
                  required
                  autoComplete="off"
                  value={passphrase}
                  onChange={(event) => setPassphrase(event.currentTarget.value)}
                />
                <ProblemNote fault={unlock.error} />
                <Button type="submit" variant="default" loading={unlock.isPending}>
                  {t("wishes.unlock")}
                </Button>
              </Stack>
            </form>
          </>
        )}
      </Stack>
    </Door>
  );
}
