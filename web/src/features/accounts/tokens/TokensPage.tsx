import { Button, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconKey } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { NewTokenModal } from "./NewTokenModal";
import { TokenRow } from "./TokenRow";
import { TokenSecret } from "./TokenSecret";
import { type TokenMade, tokensQuery } from "./tokens";

/** Secrets by which programs come in with one's own rights. */
export function TokensPage() {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  const [made, setMade] = useState<TokenMade>();
  const { data: tokens, error } = useQuery(tokensQuery);
  if (error && !tokens) return <ErrorState title={error.title} detail={error.detail} />;
  if (!tokens) return <LoadingState rows={3} />;
  const add = (
    <Button flex="none" leftSection={<IconKey size={16} aria-hidden />} onClick={modal.open}>
      {t("tokens.new")}
    </Button>
  );
  return (
    <>
      {tokens.length === 0 ? (
        <EmptyState icon={IconKey} sentence={t("tokens.none")} action={add} />
      ) : (
        <>
          <Group justify="space-between" align="flex-start" mb="md">
            <Text c="dimmed" flex="1 1 320px">
              {t("tokens.lead")}
            </Text>
            {add}
          </Group>
          {made && <TokenSecret made={made} />}
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("tokens.name")}</Table.Th>
                  <Table.Th>{t("tokens.access")}</Table.Th>
                  <Table.Th>{t("tokens.used")}</Table.Th>
                  <Table.Th>{t("tokens.expires")}</Table.Th>
                  <HiddenHead />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {tokens.map((token) => (
                  <TokenRow
                    key={token.id}
                    token={token}
                    onRevoked={() => setMade((now) => (now?.id === token.id ? undefined : now))}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
      <NewTokenModal opened={opened} onClose={modal.close} onMade={setMade} />
    </>
  );
}
