import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { stakeholderQuery } from "@/features/strategy/stakeholders/queries";
import type { PartProps } from "@/ui/shell/parts";
import { useFigures } from "@/ui/words/figures";
import { DigestForm } from "./DigestForm";
import { DigestIssues } from "./DigestIssues";
import { DigestPreview } from "./DigestPreview";
import { digestsQuery } from "./digests";
import { useDigestDeeds } from "./useDigestDeeds";
import { useHowOften } from "./useHowOften";

/** What a stakeholder is told by mail, how often and as whose reader. */
export default function StakeholderDigest({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const howOften = useHowOften();
  const [isEditing, edit] = useDisclosure();
  const [isPreviewing, preview] = useDisclosure();
  const { data: person } = useQuery(stakeholderQuery(id));
  const maySteer = person?.can.edit === true && person.archived_at === null;
  const { data: digests } = useQuery(digestsQuery(maySteer ? person.product_id : ""));
  const deeds = useDigestDeeds(person?.product_id ?? "");
  if (!maySteer || !digests) return null;
  const digest = digests.find(({ stakeholder }) => stakeholder.id === id);
  return (
    <Stack component="section" gap="xs" aria-label={t("digest.title")}>
      <Group justify="space-between">
        <Text size="xs" c="dimmed" fw={600}>
          {t("digest.title")}
        </Text>
        <Group gap="xs">
          {digest && (
            <Button size="compact-xs" variant="default" onClick={preview.open}>
              {t("digest.preview")}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={edit.open}>
            {t(digest ? "digest.edit" : "digest.arrange")}
          </Button>
          {digest?.on && (
            <Button
              size="compact-xs"
              variant="default"
              loading={deeds.switchOff.isPending}
              onClick={() => deeds.switchOff.mutate(digest)}
            >
              {t("digest.switchOff")}
            </Button>
          )}
        </Group>
      </Group>
      {digest ? (
        <>
          <Group gap="xs">
            <Badge variant={digest.on ? "filled" : "default"} size="sm">
              {t(
                digest.unsubscribed_at ? "digest.refused" : digest.on ? "digest.on" : "digest.off",
              )}
            </Badge>
            <Text size="sm">
              {t("digest.line", {
                often: howOften(digest),
                to: digest.to || t("digest.nowhere"),
                audience: digest.audience.title,
              })}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {digest.unsubscribed_at
              ? t("digest.refusedMeans", { name: digest.title })
              : digest.next_at
                ? t("digest.next", { when: figures.dateTime(digest.next_at) })
                : t("digest.offMeans")}
          </Text>
          <DigestIssues digest={digest} />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t("digest.empty")}
        </Text>
      )}
      {isEditing && (
        <DigestForm person={person} digest={digest} onClose={edit.close} onMade={preview.open} />
      )}
      {isPreviewing && digest && <DigestPreview digest={digest} onClose={preview.close} />}
    </Stack>
  );
}
