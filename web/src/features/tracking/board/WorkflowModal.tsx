import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { StateRows } from "@/features/core/types/StateRows";
import { rowsOfStates, statesOfRows, withOneMore } from "@/features/core/types/states";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { type Board, boardQuery } from "./board";

interface Props {
  projectId: string;
  board: Board;
  onClose: () => void;
}

/** The states of a project's work: their names, what they count as, their order and limits. */
export function WorkflowModal({ projectId, board, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const [rows, setRows] = useState(() => rowsOfStates(board.columns));
  const save = useMutation<Board, Problem>({
    mutationFn: () =>
      http.put<Board>(
        `/projects/${projectId}/workflow`,
        { states: statesOfRows(rows) },
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
  return (
    <Modal opened onClose={onClose} title={t("board.workflow")} size="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("board.workflowLead")}
        </Text>
        <ProblemNote fault={save.error} />
        <StateRows rows={rows} onRows={setRows} />
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setRows(withOneMore(rows))}
          >
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
