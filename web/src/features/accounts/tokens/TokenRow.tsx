import { Badge, Button, Code, Group, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type Token, tokensQuery } from "./tokens";

interface Props {
  token: Token;
  onRevoked: () => void;
}

export function TokenRow({ token, onRevoked }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => http.delete<void>(`/me/api-tokens/${token.id}`),
    onSuccess: () => {
      onRevoked();
      toast.done(t("tokens.revoked", { name: token.name }));
      return cache.invalidateQueries(tokensQuery);
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  const ask = async () => {
    const isSure =
      token.expired ||
      (await confirm({
        title: t("tokens.revokeAsk", { name: token.name }),
        detail: t("tokens.revokeDetail"),
        verb: t("tokens.revoke"),
      }));
    if (isSure) revoke.mutate();
  };
  return (
    <Table.Tr>
      <Table.Td>
        {token.name}
        <Group gap={6}>
          <Code>{token.begins}…</Code>
          <Text size="xs" c="dimmed">
            {token.workspace?.name ?? t("tokens.everywhere")}
          </Text>
        </Group>
      </Table.Td>
      <Table.Td>{t(`tokens.${token.access}`)}</Table.Td>
      <Table.Td>{token.used_at ? figures.ago(token.used_at) : t("tokens.never")}</Table.Td>
      <Table.Td>
        {token.expired ? (
          <Badge variant="light" color="red">
            {t("tokens.expired")}
          </Badge>
        ) : (
          figures.dateTime(token.expires_at)
        )}
      </Table.Td>
      <Table.Td ta="end">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("tokens.revokeOf", { name: token.name })}
          loading={revoke.isPending}
          onClick={() => void ask()}
        >
          {token.expired ? t("tokens.remove") : t("tokens.revoke")}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
