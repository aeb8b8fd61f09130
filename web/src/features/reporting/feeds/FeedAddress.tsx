import { Alert, Button, CopyButton, Group, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FeedMade } from "./feeds";

interface Props {
  made: FeedMade;
}

/** The address, told this once: only its fingerprint is kept. */
export function FeedAddress({ made }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="north" mb="md" title={t("calendars.once")}>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          aria-label={t("calendars.address")}
          value={made.address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={made.address}>
          {({ copied, copy }) => (
            <Button
              style={{ flex: "none" }}
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
              onClick={copy}
            >
              {copied ? t("share.copied") : t("share.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
