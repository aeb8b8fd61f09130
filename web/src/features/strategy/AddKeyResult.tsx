import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyResultForm } from "./KeyResultForm";
import type { Objective } from "./types";

interface Props {
  objective: Objective;
}

export function AddKeyResult({ objective }: Props) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={modal.open}
      >
        {t("keyResult.add")}
      </Button>
      <Modal
        opened={opened}
        onClose={modal.close}
        title={t("keyResult.addTo", { name: objective.key })}
      >
        <KeyResultForm objective={objective} onDone={modal.close} />
      </Modal>
    </>
  );
}
