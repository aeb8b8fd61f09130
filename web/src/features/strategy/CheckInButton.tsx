import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { CheckInForm } from "./CheckInForm";
import type { KeyResult } from "./types";

interface Props {
  keyResult: KeyResult;
}

export function CheckInButton({ keyResult }: Props) {
  const { t } = useTranslation();
  const [opened, popover] = useDisclosure();
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && popover.close()}
      width={320}
      position="bottom-end"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("checkIn.on", { name: keyResult.key })}
          onClick={popover.toggle}
        >
          {t("checkIn.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <CheckInForm keyResult={keyResult} onDone={popover.close} />
      </Popover.Dropdown>
    </Popover>
  );
}
