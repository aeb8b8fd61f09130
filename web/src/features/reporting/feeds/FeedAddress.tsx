import { Alert, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "@/ui/CopyButton";
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
        <CopyButton value={made.address} label={t("share.copy")} />
      </Group>
    </Alert>
  );
}
