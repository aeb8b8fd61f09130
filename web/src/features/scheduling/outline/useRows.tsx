import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GanttEvents, RowsCommand } from "@/timeline/ganttProps";
import type { Edit, Plan } from "../plan";
import { InsertModal } from "../templates/InsertModal";
import { SaveTemplate } from "../templates/SaveTemplate";
import { BulkModal } from "./BulkModal";
import { CloneModal } from "./CloneModal";
import { merge } from "./many";
import { PasteModal } from "./PasteModal";
import { RepeatModal } from "./RepeatModal";
import type { PlanCommand } from "./RowsMenu";
import { useApply } from "./useApply";

type Asked =
  | { what: "bulk" | "clone"; ids: readonly string[] }
  | { what: PlanCommand; rowId: string | null }
  | { what: "paste"; text: string; rowId: string | null };

interface Rows {
  marked: readonly string[];
  command: (command: RowsCommand | PlanCommand) => void;
  events: GanttEvents;
  dialog: ReactNode;
}

/** The rows that are marked, what is done to them, and the dialogue that asks about it. */
export function useRows(plan: Plan): Rows {
  const { t } = useTranslation();
  const [marked, mark] = useState<readonly string[]>([]);
  const [asked, ask] = useState<Asked | null>(null);
  const { apply } = useApply(plan);
  const onCommand = (command: RowsCommand | PlanCommand, ids: readonly string[]) => {
    if (command === "repeat" || command === "insert" || command === "template") {
      return ask({ what: command, rowId: ids.at(-1) ?? null });
    }
    if (ids.length === 0) return;
    if (command === "bulk" || command === "clone") return ask({ what: command, ids });
    if (command === "merge") {
      return void apply(merge(plan.items, ids), t("rows.merged", { count: ids.length }));
    }
    const item = plan.items.find(({ id }) => id === ids[0]);
    if (!item) return;
    const edit: Edit = { op: "split", id: item.id, version: item.version };
    void apply([edit], t("rows.split", { name: item.key }));
  };
  const close = () => ask(null);
  return {
    marked,
    command: (command) => onCommand(command, marked),
    events: {
      onMark: mark,
      onCommand,
      onPaste: (text, rowId) => ask({ what: "paste", text, rowId }),
    },
    dialog: asked && <Dialog plan={plan} asked={asked} onClose={close} />,
  };
}

interface DialogProps {
  plan: Plan;
  asked: Asked;
  onClose: () => void;
}

function Dialog({ plan, asked, onClose }: DialogProps) {
  switch (asked.what) {
    case "bulk":
      return <BulkModal plan={plan} ids={asked.ids} onClose={onClose} />;
    case "clone":
      return <CloneModal plan={plan} ids={asked.ids} onClose={onClose} />;
    case "repeat":
      return <RepeatModal plan={plan} rowId={asked.rowId} onClose={onClose} />;
    case "insert":
      return <InsertModal plan={plan} rowId={asked.rowId} onClose={onClose} />;
    case "template":
      return <SaveTemplate plan={plan} rowId={asked.rowId} onClose={onClose} />;
    case "paste":
      return <PasteModal plan={plan} text={asked.text} rowId={asked.rowId} onClose={onClose} />;
  }
}
