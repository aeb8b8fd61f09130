import { Button, Group, Popover, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLinkPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { AddLink } from "./AddLink";
import { LinkRow } from "./LinkRow";
import classes from "./LinksPanel.module.css";
import { type End, type Link, linksQuery, otherEnd } from "./links";
import { choicesFor } from "./linkTypes";

interface Props {
  object: End;
  canEdit: boolean;
  /** Sentences that a view of the object's own tells. */
  told?: readonly string[];
}

/** What an object is joined to, in sentences: "supports OPP-3". For every object page and peek. */
export function LinksPanel({ object, canEdit, told = [] }: Props) {
  const { t } = useTranslation();
  const [opened, popover] = useDisclosure();
  const { data: links, error } = useQuery(linksQuery(object));
  const choices = choicesFor(object.kind);
  if (choices.length === 0) return null;
  const sorted = (links ?? [])
    .filter(({ type }) => !told.includes(type))
    .toSorted((a, b) => orderOf(a, object.id).localeCompare(orderOf(b, object.id)));
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Title order={2} fz="sm">
          {t("links.title")}
        </Title>
        {canEdit && (
          <Popover
            opened={opened}
            onChange={(next) => !next && popover.close()}
            width={360}
            position="bottom-end"
            trapFocus
          >
            <Popover.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconLinkPlus size={16} stroke={1.6} aria-hidden />}
                onClick={popover.toggle}
              >
                {t("links.add")}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <AddLink object={object} choices={choices} onDone={popover.close} />
            </Popover.Dropdown>
          </Popover>
        )}
      </Group>
      {error && !links ? (
        <ProblemNote fault={error} />
      ) : !links ? (
        <LoadingState rows={2} />
      ) : sorted.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("links.empty")}
        </Text>
      ) : (
        <ul className={classes.list}>
          {sorted.map((link) => (
            <LinkRow key={link.id} link={link} objectId={object.id} canEdit={canEdit} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The object's own sentences first, then by sentence and kind. */
function orderOf(link: Link, id: string): string {
  const { isForward, other } = otherEnd(link, id);
  return `${isForward ? 0 : 1} ${link.type} ${other.kind}`;
}
