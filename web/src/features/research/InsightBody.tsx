import { Button, Kbd } from "@mantine/core";
import { IconHighlight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RichNode } from "@/api/types";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { isEmptyText } from "@/ui/text/plainText";
import { RichText } from "@/ui/text/RichText";
import { HighlightList } from "./HighlightList";
import classes from "./Highlights.module.css";
import { highlightsQuery, type Passage } from "./highlights";
import { MarkPassage } from "./MarkPassage";
import { withMarks } from "./marking";
import type { Insight } from "./types";
import { useSelectedPassage } from "./useSelectedPassage";

interface Props {
  insight: Insight;
  canEdit: boolean;
  onSave: (body: RichNode) => void;
}

/** What was said, with the passages that somebody marked; select one and press H to mark it. */
export function InsightBody({ insight, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const text = useRef<HTMLDivElement>(null);
  const selected = useSelectedPassage(text);
  const [marking, setMarking] = useState<Passage | "choose">();
  const { data: highlights = [] } = useQuery(highlightsQuery(insight.id));
  const body = insight.body as RichNode;
  const shown = useMemo(() => withMarks(body, highlights.flatMap(spanOf)), [body, highlights]);
  const canMark = canEdit && !isEmptyText(body);
  useShortcuts(
    canMark ? [{ keys: "h", run: () => setMarking(selected?.passage ?? "choose") }] : [],
  );
  return (
    <>
      <div className={classes.frame}>
        {/* Apart from the button: a selection that goes on below the text would take it in and push it ever further. */}
        <div ref={text}>
          <RichText doc={body} shown={shown} canEdit={canEdit} onSave={onSave} />
        </div>
        {canMark && selected && (
          <Button
            size="compact-sm"
            className={classes.offer}
            style={{
              insetBlockStart: selected.y + 4,
              insetInlineEnd: `max(0px, calc(100% - ${selected.x}px))`,
            }}
            leftSection={<IconHighlight size={14} aria-hidden />}
            rightSection={<Kbd size="xs">H</Kbd>}
            // The selection would be gone before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setMarking(selected.passage)}
          >
            {t("highlight.verb")}
          </Button>
        )}
      </div>
      <HighlightList
        highlights={highlights}
        canEdit={canEdit}
        onMark={canMark ? () => setMarking("choose") : undefined}
      />
      {marking && (
        <MarkPassage insight={insight} passage={marking} onClose={() => setMarking(undefined)} />
      )}
    </>
  );
}

function spanOf({ start, end }: { start: number | null; end: number | null }) {
  return start === null || end === null ? [] : [{ start, end }];
}
