import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { End } from "@/features/links/links";
import { RelatedRow } from "./RelatedRow";
import { type Like, relatedQuery } from "./related";

interface Props {
  object: End;
  canEdit: boolean;
}

/** What talks of the same, and what may say the same; nothing at all where nothing does. */
export function RelatedPanel({ object, canEdit }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(relatedQuery(object));
  if (!data || data.related.length + data.duplicates.length === 0) return null;
  const group = (title: string, likes: Like[], isSame: boolean) =>
    likes.length > 0 && (
      <section aria-label={title}>
        <Title order={2} fz="sm" mb={4}>
          {title}
        </Title>
        {likes.map((like) => (
          <RelatedRow key={like.id} {...{ object, like, canEdit, isSame }} />
        ))}
      </section>
    );
  return (
    <>
      {group(t("related.same"), data.duplicates, true)}
      {group(t("related.title"), data.related, false)}
      <Text size="xs" c="dimmed">
        {t("related.lead")}
      </Text>
    </>
  );
}
