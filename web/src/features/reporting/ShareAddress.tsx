import { Button, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ShareMade } from "./shares";

interface Props {
  made: ShareMade;
  onClose: () => void;
}

/** The address, told this once: only its fingerprint is kept. */
export function ShareAddress({ made, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text>{t("share.once")}</Text>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          aria-label={t("share.address")}
          value={made.address}
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <CopyButton value={made.address}>
          {({ copied, copy }) => (
            <Button
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
              onClick={copy}
            >
              {t(copied ? "share.copied" : "share.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("close")}
        </Button>
      </Group>
    </Stack>
  );
}
