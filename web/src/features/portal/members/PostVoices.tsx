import { ActionIcon, Group, Select, Stack, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useCustomerOptions } from "@/features/research/useCustomerOptions";
import { PeekLink } from "@/ui/PeekLink";
import { type PostPage, type Vote, votesQuery } from "./portals";
import { useDeed } from "./useDeed";

interface Props {
  post: PostPage;
  canEdit: boolean;
}

/** Who wants it: customers by name, who weigh in the impact, and how many visitors. */
export function PostVoices({ post, canEdit }: Props) {
  const { t } = useTranslation();
  const { act } = useDeed();
  const { data: votes } = useQuery(votesQuery(post.id));
  const heard = (votes ?? []).filter(({ customer }) => customer);
  const voted = new Set(heard.map(({ customer }) => customer?.id));
  const customers = useCustomerOptions().filter(({ value }) => !voted.has(value));
  const vote = (id: string | null) => {
    const name = customers.find(({ value }) => value === id)?.label;
    if (id && name) {
      act(t("portal.voteDone", { name }), () =>
        http.post(`/posts/${post.id}/votes`, { customer_id: id }),
      );
    }
  };
  return (
    <section>
      <Title order={2}>
        {t("portal.voices")} · {t("wishes.votes", { count: post.votes })}
      </Title>
      <Stack gap={4} my="sm">
        {heard.map((one) => (
          <Heard key={one.id} vote={one} postId={post.id} canEdit={canEdit} />
        ))}
      </Stack>
      {canEdit && (
        <Select
          maw={320}
          searchable
          aria-label={t("portal.voteFor")}
          placeholder={t("portal.voteFor")}
          data={customers}
          value={null}
          onChange={vote}
        />
      )}
    </section>
  );
}

function Heard({ vote, postId, canEdit }: { vote: Vote; postId: string; canEdit: boolean }) {
  const { t } = useTranslation();
  const { act } = useDeed();
  const { customer } = vote;
  if (!customer) return null;
  return (
    <Group gap="sm">
      <PeekLink kind="customer" id={customer.id} objectKey={customer.key} size="sm">
        {customer.title}
      </PeekLink>
      <Text size="xs" c="dimmed">
        {t("portal.heardBy", { name: vote.by })}
      </Text>
      {canEdit && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t("portal.unvote", { name: customer.title })}
          onClick={() =>
            act(t("portal.unvoted"), () => http.delete(`/posts/${postId}/votes/${customer.id}`))
          }
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
