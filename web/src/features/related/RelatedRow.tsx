import { Button, Menu, Text } from "@mantine/core";
import { IconLinkPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import rows from "@/features/core/rows.module.css";
import { type End, useMakeLink } from "@/features/links/links";
import { choicesFor } from "@/features/links/linkTypes";
import { useLinkSentence } from "@/features/links/useLinkSentence";
import { MergeButton } from "@/features/research/MergeButton";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import { toast } from "@/ui/toast";
import { type Like, relatedQuery } from "./related";

interface Props {
  object: End;
  like: Like;
  canEdit: boolean;
  /** Seems to say the same. */
  isSame: boolean;
}

export function RelatedRow({ object, like, canEdit, isSame }: Props) {
  const { t } = useTranslation();
  const sentence = useLinkSentence();
  const cache = useQueryClient();
  const make = useMakeLink(object, (made) =>
    t("links.made", { source: made.source.key, target: made.target.key }),
  );
  const choices = choicesFor(object.kind).filter(({ kinds }) => kinds.includes(like.kind));
  const join = (index: number) => {
    const choice = choices[index];
    if (!choice) return;
    make.mutate(
      { choice, other: like },
      {
        onSuccess: () => void cache.invalidateQueries(relatedQuery(object)),
        onError: (fault) => toast.failed(fault.message),
      },
    );
  };
  return (
    <div className={rows.row}>
      <KindIcon kind={like.kind} />
      <KeyBadge value={like.key} />
      <PeekLink kind={like.kind} id={like.id} objectKey={like.key} className={rows.title}>
        {like.title}
      </PeekLink>
      <span className={rows.end}>
        {like.linked ? (
          <Text size="xs" c="dimmed">
            {t("related.linked")}
          </Text>
        ) : canEdit && isSame && object.kind === "insight" ? (
          <MergeButton id={object.id} into={like} />
        ) : (
          canEdit &&
          choices.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  loading={make.isPending}
                  leftSection={<IconLinkPlus size={14} aria-hidden />}
                  aria-label={t("related.linkTo", { key: like.key })}
                >
                  {t("related.link")}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {choices.map(({ type, direction }, index) => (
                  <Menu.Item key={`${type} ${direction}`} onClick={() => join(index)}>
                    {sentence(type, direction)} {like.key}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )
        )}
      </span>
    </div>
  );
}
