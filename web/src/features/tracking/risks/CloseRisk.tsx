import { Button, Group, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Risk } from "../types";

interface Props {
  risk: Risk;
  onClose: (reason: string) => void;
}

/** Close a risk, with the reason why it can be. */
export function CloseRisk({ risk, onClose }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOpened(false);
    onClose(reason.trim());
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {t("raid.close")}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("raid.closeTitle", { name: risk.key })}
      >
        <form onSubmit={submit}>
          <Textarea
            label={t("raid.why")}
            required
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="md">
            <Button type="submit">{t("raid.close")}</Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
