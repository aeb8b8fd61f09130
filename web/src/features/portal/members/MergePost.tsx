import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { type Post, shownPostsQuery } from "./portals";
import { useDeed } from "./useDeed";

interface Props {
  post: Post;
  onClose: () => void;
}

/** Make a post a part of another that says the same. */
export function MergePost({ post, onClose }: Props) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const { data: shown } = useQuery(shownPostsQuery(post.portal_id));
  const [into, setInto] = useState<string | null>(null);
  const others = (shown ?? []).filter(({ id }) => id !== post.id);
  const merge = () =>
    act(
      t("portal.merged", { key: post.key }),
      () => http.post(`/posts/${post.id}/merge`, { into_id: into }, { version: post.version }),
      onClose,
    );
  return (
    <Modal opened onClose={onClose} title={t("portal.mergeTitle", { title: post.title })}>
      <Stack gap="md">
        <Text size="sm">{t("portal.mergeLead")}</Text>
        <Select
          label={t("portal.mergeInto")}
          searchable
          data-autofocus
          data={others.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
          value={into}
          onChange={setInto}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button disabled={!into} loading={isPending} onClick={merge}>
            {t("portal.mergeDo")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
