import { Button, Group, Popover, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";
import { useProduct } from "@/features/core/useProduct";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { RailSelect } from "@/features/throughline/RailSelect";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { STATUSES } from "../public/wishes";
import { type PostPage, portalQuery } from "./portals";
import { useDeed } from "./useDeed";
import { useShipping } from "./useShipping";

interface Props {
  post: PostPage;
  canEdit: boolean;
  edit: (fields: object) => void;
}

export function PostRail({ post, canEdit, edit }: Props) {
  const { t } = useTranslation();
  const { product } = useProduct();
  const { data: portal } = useQuery(portalQuery(post.product_id || (product?.id ?? "")));
  const { ask } = useShipping();
  const chooseStatus = async (status: string | null) => {
    if (!status || (status === "shipped" && !(await ask(true)))) return;
    edit({ status });
  };
  const categories = new Set([...(portal?.categories ?? []), post.category].filter(Boolean));
  return (
    <Rail>
      <RailField label={t("portal.state")}>
        <Text size="sm">{t(`postState.${post.state}`)}</Text>
        {post.rejection && (
          <Text size="xs" c="dimmed">
            {post.rejection}
          </Text>
        )}
      </RailField>
      <RailField label={t("portal.status")}>
        <RailSelect
          aria-label={t("portal.status")}
          allowDeselect={false}
          readOnly={!canEdit}
          value={post.status}
          data={STATUSES.map((value) => ({
            value,
            label: portal?.status_names[value] || t(`postStatus.${value}`),
          }))}
          onChange={(next) => void chooseStatus(next)}
        />
        {post.told > 0 && (
          <Text size="xs" c="dimmed">
            {t("portal.told", { count: post.told })}
          </Text>
        )}
      </RailField>
      <RailField label={t("portal.category")}>
        <RailSelect
          aria-label={t("portal.category")}
          placeholder={t("portal.noCategory")}
          clearable
          readOnly={!canEdit}
          value={post.category || null}
          data={[...categories]}
          onChange={(next) => edit({ category: next ?? "" })}
        />
      </RailField>
      <RailField label={t("portal.author")}>
        <Text size="sm">{post.author || t("wishes.someone")}</Text>
      </RailField>
      {post.merged_into && (
        <RailField label={t("portal.mergedInto")}>
          <Named of={post.merged_into as ObjectRef} />
        </RailField>
      )}
      {post.insight && (
        <RailField label={t("portal.insight")}>
          <Named of={post.insight as ObjectRef} />
        </RailField>
      )}
      <RailField label={t("portal.target")}>
        <Target post={post} canEdit={canEdit} />
      </RailField>
    </Rail>
  );
}

function Named({ of }: { of: ObjectRef }) {
  return (
    <PeekLink kind={of.kind} id={of.id} objectKey={of.key} size="sm">
      {of.title}
    </PeekLink>
  );
}

function Target({ post, canEdit }: { post: PostPage; canEdit: boolean }) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const [opened, popover] = useDisclosure();
  const connect = (to: ObjectRef | null) =>
    act(
      t("portal.connected"),
      () =>
        http.put(`/posts/${post.id}/connection`, to ? { kind: to.kind, id: to.id } : {}, {
          version: post.version,
        }),
      popover.close,
    );
  return (
    <Group gap="xs">
      {post.target && <Named of={post.target as ObjectRef} />}
      {canEdit && (
        <Popover
          opened={opened}
          onChange={(next) => !next && popover.close()}
          width={320}
          trapFocus
        >
          <Popover.Target>
            <Button
              size="compact-xs"
              variant="subtle"
              loading={isPending}
              onClick={post.target ? () => connect(null) : popover.open}
            >
              {t(post.target ? "portal.disconnect" : "portal.connect")}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <ObjectSearch kinds={["idea", "initiative"]} isPending={isPending} onPick={connect} />
          </Popover.Dropdown>
        </Popover>
      )}
    </Group>
  );
}
