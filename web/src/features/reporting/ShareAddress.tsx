import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "@/ui/CopyButton";
import type { ShareMade } from "./shares";
import { snippetOf } from "./snippet";

interface Props {
  made: ShareMade;
  onClose: () => void;
}

/** The address, told this once: only its fingerprint is kept. */
export function ShareAddress({ made, onClose }: Props) {
  const { t } = useTranslation();
  const snippet = snippetOf(made.address, made.title);
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
        <CopyButton value={made.address} label={t("share.copy")} />
      </Group>
      {made.framed_by.length > 0 && (
        <>
          <Text size="sm">{t("share.embed", { sites: made.framed_by.join(", ") })}</Text>
          <Group gap="sm" wrap="nowrap" align="start">
            <Textarea
              flex={1}
              readOnly
              autosize
              aria-label={t("share.snippet")}
              value={snippet}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={snippet} label={t("share.copySnippet")} />
          </Group>
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("close")}
        </Button>
      </Group>
    </Stack>
  );
}
