import { Modal, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RichNode } from "@/api/types";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { ProblemNote } from "@/ui/ProblemNote";
import { plainText } from "@/ui/text/plainText";
import classes from "./Highlights.module.css";
import { type Importance, type Passage, USUAL, useMark } from "./highlights";
import { ImportanceField } from "./ImportanceField";
import { sentencesOf } from "./marking";
import type { Insight } from "./types";

interface Props {
  insight: Insight;
  /** What was selected, or "choose" to choose a sentence here. */
  passage: Passage | "choose";
  onClose: () => void;
}

/** The passage, how much it matters, and what it speaks for: one search away. */
export function MarkPassage({ insight, passage, onClose }: Props) {
  const { t } = useTranslation();
  const [importance, setImportance] = useState<Importance>(USUAL);
  const [sentence, setSentence] = useState<string | null>(null);
  const mark = useMark(insight.id);
  const wanted =
    passage !== "choose" ? passage : sentence && { quote: sentence, before: "", after: "" };
  return (
    <Modal opened onClose={onClose} title={t("highlight.title", { key: insight.key })}>
      <Stack gap="md">
        {passage === "choose" ? (
          <Select
            data-autofocus
            label={t("highlight.sentence")}
            description={t("highlight.orSelect")}
            data={sentencesOf(plainText(insight.body as RichNode))}
            value={sentence}
            onChange={setSentence}
            maxDropdownHeight={260}
          />
        ) : (
          <blockquote className={classes.quote}>{passage.quote}</blockquote>
        )}
        <ImportanceField value={importance} onChange={setImportance} />
        {wanted ? (
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t("highlight.speaksFor")}
            </Text>
            <ObjectSearch
              kinds={["opportunity", "idea"]}
              isPending={mark.isPending}
              onPick={(target) =>
                mark.mutate({ passage: wanted, target, importance }, { onSuccess: onClose })
              }
            />
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t("highlight.thenTarget")}
          </Text>
        )}
        <ProblemNote fault={mark.error} />
      </Stack>
    </Modal>
  );
}
