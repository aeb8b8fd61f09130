import { Alert, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { usePortalDeed } from "./usePortalDeed";
import { type PublicPortal, portalPath } from "./wishes";

/** Be told by mail of what is new, after a mailed yes. */
export function FollowNews({ portal }: { portal: PublicPortal }) {
  const { t } = useTranslation();
  const { slug, visitor } = portal;
  const [email, setEmail] = useState(visitor.email);
  const path = `${portalPath(slug)}/following`;
  const follow = usePortalDeed(slug, (address: string) => http.post(path, { email: address }));
  const stop = usePortalDeed(slug, () => http.delete(path));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    follow.mutate(email);
  };
  if (visitor.follows) {
    return (
      <Group gap="sm">
        <Text size="sm">{t("wishes.following")}</Text>
        <Button
          size="compact-md"
          variant="default"
          loading={stop.isPending}
          onClick={() => stop.mutate(undefined)}
        >
          {t("wishes.unfollow")}
        </Button>
      </Group>
    );
  }
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{t("wishes.follow")}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        {follow.isSuccess ? (
          <Alert role="status">{t("wishes.followSent", { email: follow.variables })}</Alert>
        ) : (
          <form onSubmit={submit}>
            <Stack gap="sm">
              <TextInput
                type="email"
                label={t("wishes.email")}
                description={t("wishes.followLead")}
                required
                autoComplete="email"
                data-autofocus
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <ProblemNote fault={follow.error} />
              <Button type="submit" loading={follow.isPending}>
                {t("wishes.follow")}
              </Button>
            </Stack>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
