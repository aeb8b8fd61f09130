import { ActionIcon, Badge, Group, Text } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { EvidenceList } from "./EvidenceList";
import type { Sentence } from "./status";
import classes from "./status.module.css";

interface Props {
  projectId: string;
  sentence: Sentence;
  /** Nothing where it only is read. */
  onText?: (text: string) => void;
  onRemove?: () => void;
}

/** One sentence with what it rests on; in a draft it is rewritten in place, left out and put back. */
export function SentenceRow({ projectId, sentence, onText, onRemove }: Props) {
  const { t } = useTranslation();
  const { id, text, drafted, edited, removed, moved_on } = sentence;
  return (
    <li className={classes.sentence} data-sentence={id}>
      {removed ? (
        <Text size="sm" className={classes.removed}>
          {text}
        </Text>
      ) : onText ? (
        <BlurText
          aria-label={t("statusReport.sentence")}
          variant="unstyled"
          value={text}
          onSave={(next) => (next ? onText(next) : onRemove?.())}
        />
      ) : (
        <Text size="sm">{text}</Text>
      )}
      {onText && (
        <Group gap={4} wrap="nowrap" align="start">
          {(removed || edited) && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t(removed ? "statusReport.putBack" : "statusReport.asDrafted")}
              title={t(removed ? "statusReport.putBack" : "statusReport.asDrafted")}
              onClick={() => onText(removed ? text : drafted)}
            >
              <IconArrowBackUp size={16} aria-hidden />
            </ActionIcon>
          )}
          {!removed && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("statusReport.remove")}
              title={t("statusReport.remove")}
              onClick={onRemove}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      )}
      {!removed && <EvidenceList projectId={projectId} evidence={sentence.evidence} />}
      {onText && edited && !removed && (
        <Group gap="xs" style={{ gridColumn: "1 / -1" }}>
          <Badge size="xs" variant="default">
            {t(moved_on ? "statusReport.movedOn" : "statusReport.edited")}
          </Badge>
          <Text size="xs" c="dimmed">
            {t("statusReport.drafted", { text: drafted })}
          </Text>
        </Group>
      )}
    </li>
  );
}
