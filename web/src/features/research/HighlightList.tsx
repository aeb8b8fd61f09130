import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Text,
  Title,
  Tooltip,
  UnstyledButton,
} from "@mantine/core";
import { IconHighlight, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./Highlights.module.css";
import { type Highlight, IMPORTANCE, useUnmark, useWeigh } from "./highlights";
import { ImportanceMark } from "./ImportanceMark";

interface Props {
  highlights: readonly Highlight[];
  canEdit: boolean;
  /** Marks a sentence without a selection. */
  onMark: (() => void) | undefined;
}

/** The marked passages below the text: what each speaks for, and how much it matters to that. */
export function HighlightList({ highlights, canEdit, onMark }: Props) {
  const { t } = useTranslation();
  if (highlights.length === 0 && !onMark) return null;
  return (
    <section aria-label={t("highlight.plural")}>
      <Group justify="space-between" mb={4}>
        <Title order={2} fz="sm">
          {t("highlight.plural")}
        </Title>
        {onMark && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconHighlight size={16} stroke={1.6} aria-hidden />}
            onClick={onMark}
          >
            {t("highlight.mark")}
          </Button>
        )}
      </Group>
      {highlights.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("highlight.none")}
        </Text>
      ) : (
        <ul className={classes.list}>
          {highlights.map((row) => (
            <Row key={row.id} row={row} canEdit={canEdit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row, canEdit }: { row: Highlight; canEdit: boolean }) {
  const { t } = useTranslation();
  const unmark = useUnmark();
  return (
    <li className={classes.row}>
      <p className={classes.quoted}>{row.quote || t("highlight.erased")}</p>
      {row.start === null && (
        <Text size="xs" c="dimmed">
          {t("highlight.gone")}
        </Text>
      )}
      <div className={classes.facts}>
        {canEdit ? <Weigh row={row} /> : <ImportanceMark value={row.importance} />}
        <KindIcon kind={row.target.kind} />
        <KeyBadge value={row.target.key} />
        <PeekLink
          kind={row.target.kind}
          id={row.target.id}
          objectKey={row.target.key}
          fz="sm"
          className={classes.target}
        >
          {row.target.title}
        </PeekLink>
        {canEdit && (
          <Tooltip label={t("highlight.remove")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t("highlight.removeFor", { key: row.target.key })}
              loading={unmark.isPending}
              onClick={() => unmark.mutate(row)}
            >
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  );
}

function Weigh({ row }: { row: Highlight }) {
  const { t } = useTranslation();
  const weigh = useWeigh();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.weigh}
          aria-label={t("highlight.weigh", { importance: row.importance })}
        >
          <ImportanceMark value={row.importance} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {IMPORTANCE.map((importance) => (
          <Menu.Item
            key={importance}
            leftSection={<ImportanceMark value={importance} />}
            disabled={importance === row.importance}
            onClick={() => weigh.mutate({ row, importance })}
          >
            {t(`highlight.weights.${importance}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
