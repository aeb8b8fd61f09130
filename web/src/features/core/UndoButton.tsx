import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useUndo } from "./activity";

interface Props {
  changeId: string;
}

export function UndoButton({ changeId }: Props) {
  const { t } = useTranslation();
  const undo = useUndo();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      fw={500}
      c="dimmed"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      loading={undo.isPending}
      onClick={() => undo.mutate(changeId)}
    >
      {t("undo")}
    </Button>
  );
}
