import { Button, Popover, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { AskForLink } from "./AskForLink";
import { usePortalDeed } from "./usePortalDeed";
import { type PublicPortal, portalPath } from "./wishes";

/** Who is looking, and the way to prove an address. */
export function VisitorMenu({ portal }: { portal: PublicPortal }) {
  const { t } = useTranslation();
  const { visitor, slug } = portal;
  const leave = usePortalDeed(slug, () => http.delete(`${portalPath(slug)}/entry`));
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-md" maw="min(220px, 50vw)">
          {visitor.verified ? visitor.name || visitor.email : t("wishes.signIn")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {visitor.member ? (
          <Text size="sm">{t("wishes.team")}</Text>
        ) : visitor.verified ? (
          <Stack gap="sm">
            <Text size="sm">{visitor.email}</Text>
            <Button
              variant="default"
              loading={leave.isPending}
              onClick={() => leave.mutate(undefined)}
            >
              {t("wishes.signOut")}
            </Button>
          </Stack>
        ) : (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t("wishes.signInLead")}
            </Text>
            <AskForLink slug={slug} isFirst />
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
