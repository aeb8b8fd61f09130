import {
  ActionIcon,
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { type Board, boardQuery, type StateIn } from "./board";
import classes from "./WorkBoard.module.css";

interface Props {
  projectId: string;
  board: Board;
  onClose: () => void;
}

type Row = StateIn & { row: number };
const CATEGORIES = ["to_do", "doing", "done"] as const;

/** The states of a project's work: their names, what they count as, their order and limits. */
export function WorkflowModal({ projectId, board, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const [rows, setRows] = useState<Row[]>(() =>
    board.columns.map(({ id, name, category, limit }, row) => ({ id, name, category, limit, row })),
  );
  const save = useMutation<Board, Problem>({
    mutationFn: () =>
      http.put<Board>(
        `/projects/${projectId}/workflow`,
        { states: rows.map(({ row: _row, ...state }) => state) },
        { version: board.version },
      ),
    onSuccess: (drawn) => {
      cache.setQueryData(boardQuery(projectId).queryKey, drawn);
      void cache.invalidateQueries({ queryKey: ["plan", projectId] });
      void cache.invalidateQueries({ queryKey: ["project", projectId] });
      onClose();
      void done(t("board.workflowDrawn"));
    },
  });
  const edit = (row: number, fields: Partial<StateIn>) =>
    setRows((all) => all.map((each) => (each.row === row ? { ...each, ...fields } : each)));
  const step = (index: number, by: number) =>
    setRows((all) => {
      const moved = all[index];
      return moved ? all.toSpliced(index, 1).toSpliced(index + by, 0, moved) : all;
    });
  const add = () =>
    setRows((all) =>
      all.toSpliced(Math.max(0, all.length - 1), 0, {
        id: null,
        name: "",
        category: "doing",
        limit: null,
        row: Math.max(...all.map(({ row }) => row)) + 1,
      }),
    );
  return (
    <Modal opened onClose={onClose} title={t("board.workflow")} size="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("board.workflowLead")}
        </Text>
        <ProblemNote fault={save.error} />
        {rows.map(({ row, name, category, limit }, index) => (
          <div key={row} className={classes.states}>
            <TextInput
              aria-label={t("board.stateName")}
              placeholder={t("board.stateName")}
              value={name}
              maxLength={60}
              onChange={(event) => edit(row, { name: event.currentTarget.value })}
            />
            <Select
              aria-label={t("board.category")}
              allowDeselect={false}
              data={CATEGORIES.map((value) => ({ value, label: t(`board.categories.${value}`) }))}
              value={category}
              onChange={(next) => next && edit(row, { category: next as StateIn["category"] })}
            />
            <NumberInput
              aria-label={t("board.limit")}
              placeholder={t("board.noLimit")}
              min={1}
              max={10_000}
              value={limit ?? ""}
              onChange={(next) => edit(row, { limit: next === "" ? null : Number(next) })}
            />
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                aria-label={t("board.up", { name })}
                disabled={index === 0}
                onClick={() => step(index, -1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                aria-label={t("board.down", { name })}
                disabled={index === rows.length - 1}
                onClick={() => step(index, 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={t("board.remove", { name })}
                onClick={() => setRows((all) => all.filter((each) => each.row !== row))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </div>
        ))}
        <Group justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t("board.addState")}
          </Button>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button loading={save.isPending} onClick={() => save.mutate()}>
              {t("save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
