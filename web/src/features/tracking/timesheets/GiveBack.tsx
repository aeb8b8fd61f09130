import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CreateForm } from "@/ui/CreateForm";
import { type Judged, useJudge } from "./useJudge";

interface Props {
  of: Judged;
  /** Approved already: then it is opened again. */
  isApproved?: boolean;
}

/** Gives the hours of a project back with a reason. */
export function GiveBack({ of, isApproved = false }: Props) {
  const { t } = useTranslation();
  const judge = useJudge();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const verb = t(isApproved ? "timesheet.reopen" : "timesheet.giveBack");
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {verb}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={verb}>
        <CreateForm
          verb={verb}
          isPending={judge.isPending}
          fault={judge.error}
          onCancel={() => setOpened(false)}
          onSubmit={(event) => {
            event?.preventDefault();
            judge.mutate({ of, reason }, { onSuccess: () => setOpened(false) });
          }}
        >
          <Textarea
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={10_000}
            label={t("timesheet.reason")}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </CreateForm>
      </Modal>
    </>
  );
}
