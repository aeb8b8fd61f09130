import { Button, Group, Kbd, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconArchive,
  IconArrowMerge,
  IconCheck,
  IconInbox,
  IconLinkPlus,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AddLink } from "@/features/links/AddLink";
import { choicesFor } from "@/features/links/linkTypes";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import type { Waiting } from "./inbox";
import { MergeModal } from "./MergeModal";
import { SnoozeMenu } from "./SnoozeMenu";
import classes from "./TriageInbox.module.css";
import type { Insight } from "./types";
import type { Verdict } from "./useTriage";

interface Props {
  insight: Insight;
  waiting: Waiting;
  onJudge: (verdict: Verdict) => void;
}

/** What can become of the insight one reads, each with its key. */
export function TriageBar({ insight, waiting, onJudge }: Props) {
  const { t } = useTranslation();
  const [isLinking, linking] = useDisclosure();
  const [isMerging, merging] = useDisclosure();
  useShortcuts([
    { keys: "l", run: linking.open, says: t("triage.link") },
    { keys: "m", run: merging.open, says: t("triage.merge") },
  ]);
  return (
    <Group gap="xs" className={classes.bar}>
      <Deed icon={IconLinkPlus} word="link" keys="L" onClick={linking.open} />
      <Deed icon={IconArrowMerge} word="merge" keys="M" onClick={merging.open} />
      <Deed icon={IconCheck} word="process" keys="E" onClick={() => onJudge({ deed: "process" })} />
      <SnoozeMenu shortcut="z" onSnooze={(until) => onJudge({ deed: "snooze", until })} />
      {waiting === "snoozed" && (
        <Deed icon={IconInbox} word="wake" onClick={() => onJudge({ deed: "wake" })} />
      )}
      <Deed
        icon={IconArchive}
        word="archive"
        keys="#"
        onClick={() => onJudge({ deed: "archive" })}
      />
      <Modal
        opened={isLinking}
        onClose={linking.close}
        title={t("triage.linkTitle", { key: insight.key })}
      >
        <AddLink object={insight} choices={choicesFor("insight")} onDone={linking.close} />
      </Modal>
      {isMerging && (
        <MergeModal
          insight={insight}
          onPick={(into) => {
            merging.close();
            onJudge({ deed: "merge", into });
          }}
          onClose={merging.close}
        />
      )}
    </Group>
  );
}

interface DeedProps {
  icon: TablerIcon;
  word: "link" | "merge" | "process" | "wake" | "archive";
  keys?: string;
  onClick: () => void;
}

function Deed({ icon: Icon, word, keys, onClick }: DeedProps) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
      rightSection={keys && <Kbd size="xs">{keys}</Kbd>}
      onClick={onClick}
    >
      {t(`triage.${word}`)}
    </Button>
  );
}
