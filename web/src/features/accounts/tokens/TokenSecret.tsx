import { Alert, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "@/ui/CopyButton";
import type { TokenMade } from "./tokens";

/** The token, told this once: only its fingerprint is kept. */
export function TokenSecret({ made }: { made: TokenMade }) {
  const { t } = useTranslation();
  return (
    <Alert color="north" mb="md" title={t("tokens.once")}>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          ff="monospace"
          aria-label={t("tokens.secretOf", { name: made.name })}
          value={made.token}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={made.token} label={t("tokens.copy")} />
      </Group>
    </Alert>
  );
}
