import { Button, Popover, Stack, Textarea } from "@mantine/core";
import { useState } from "react";

interface Props {
  label: string;
  /** What is asked for with it. */
  why: string;
  isPending: boolean;
  /** Answers once it was declined. */
  onDecline: (reason: string) => Promise<unknown>;
}

/** Declines what somebody proposed, with a reason. */
export function DeclineButton({ label, why, isPending, onDecline }: Props) {
  const [reason, setReason] = useState<string | null>(null);
  const said = reason?.trim() ?? "";
  return (
    <Popover
      opened={reason !== null}
      onChange={(opened) => !opened && setReason(null)}
      width={320}
      trapFocus
      position="bottom-start"
    >
      <Popover.Target>
        <Button size="compact-md" variant="default" onClick={() => setReason("")}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" align="stretch">
          <Textarea
            label={why}
            autosize
            minRows={2}
            data-autofocus
            value={reason ?? ""}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="compact-md"
            color="red"
            disabled={!said}
            loading={isPending}
            onClick={() =>
              void onDecline(said).then(
                () => setReason(null),
                () => undefined,
              )
            }
          >
            {label}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
