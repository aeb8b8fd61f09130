import { Button, Select, Switch, Text, TextInput } from "@mantine/core";
import { IconAdjustments, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonRef } from "@/api/types";
import type { CustomField } from "@/features/core/list/customFields";
import type { ItemType } from "@/features/core/types/itemTypes";
import { ownOptions } from "@/features/scheduling/lanes";
import type { Iteration } from "@/features/scheduling/promises/iterations";
import { type Board, PLAIN, ROWS } from "./board";
import type { BoardView } from "./view";
import classes from "./WorkBoard.module.css";
import { WorkflowModal } from "./WorkflowModal";

interface Props {
  projectId: string;
  board: Board;
  own: readonly CustomField[];
  people: readonly PersonRef[];
  iterations: readonly Iteration[];
  types: readonly ItemType[];
  view: BoardView;
  shown: { count: number; of: number };
  onView: (change: BoardView) => void;
}

const ALL = "all";

/** What is shown of a board, and in which rows; and its workflow. */
export function BoardTools(props: Props) {
  const { projectId, board, own, people, iterations, types, view, shown, onView } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const owners = new Set(board.cards.map(({ owner_id }) => owner_id));
  return (
    <div className={classes.tools}>
      <TextInput
        size="xs"
        w={180}
        leftSection={<IconSearch size={14} aria-hidden />}
        aria-label={t("board.find")}
        placeholder={t("board.find")}
        value={view.q ?? ""}
        onChange={(event) => onView({ q: event.currentTarget.value || undefined })}
      />
      {types.length > 0 && (
        <Select
          size="xs"
          w={140}
          allowDeselect={false}
          aria-label={t("itemTypes.one")}
          data={[
            { value: ALL, label: t("itemTypes.all") },
            { value: PLAIN, label: t("itemTypes.plain") },
            ...types
              .filter(({ id, archived_at }) => archived_at === null || id === view.type)
              .map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={view.type ?? ALL}
          onChange={(type) => onView({ type: type === null || type === ALL ? undefined : type })}
        />
      )}
      <Select
        size="xs"
        w={160}
        clearable
        aria-label={t("board.owner")}
        placeholder={t("board.anybody")}
        data={people
          .filter(({ id }) => owners.has(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={view.owner ?? null}
        onChange={(owner) => onView({ owner: owner ?? undefined })}
      />
      {iterations.length > 0 && (
        <Select
          size="xs"
          w={160}
          clearable
          aria-label={t("board.iteration")}
          placeholder={t("board.anyIteration")}
          data={iterations.map(({ id, title }) => ({ value: id, label: title }))}
          value={view.iteration ?? null}
          onChange={(iteration) => onView({ iteration: iteration ?? undefined })}
        />
      )}
      <Select
        size="xs"
        w={160}
        clearable
        aria-label={t("board.lanes")}
        placeholder={t("board.noLanes")}
        data={[
          ...ROWS.map((value) => ({ value: value as string, label: t(`board.by.${value}`) })),
          ...ownOptions(own),
        ]}
        value={view.lanes ?? null}
        onChange={(lanes) => onView({ lanes: lanes ?? undefined })}
      />
      <Switch
        size="xs"
        label={t("board.onlyOld")}
        checked={view.old === true}
        onChange={(event) => onView({ old: event.currentTarget.checked || undefined })}
      />
      {shown.count < shown.of && (
        <Text size="xs" c="dimmed" role="status">
          {t("board.shown", shown)}
        </Text>
      )}
      {board.can.edit && view.type === undefined && (
        <Button
          size="compact-sm"
          variant="default"
          ml="auto"
          leftSection={<IconAdjustments size={16} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t("board.workflow")}
        </Button>
      )}
      {isOpen && (
        <WorkflowModal projectId={projectId} board={board} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}
