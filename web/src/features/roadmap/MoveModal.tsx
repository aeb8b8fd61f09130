import { Alert, Button, Group, Modal, Select, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { lookQuery, type Moved, type Mover, useMove } from "./moving";

interface Props {
  productId: string;
  rows: readonly Mover[];
  onClose: () => void;
  onMoved: () => void;
}

/** Where to, what follows there and what is left behind, before anything moves. */
export function MoveModal({ productId, rows, onClose, onMoved }: Props) {
  const { t } = useTranslation();
  const { products } = useProduct();
  const [target, setTarget] = useState<string | null>(null);
  const look = useQuery({ ...lookQuery(target ?? "", rows), enabled: target !== null });
  const move = useMove(onMoved);
  const others = products.filter(
    ({ id, can }) => id !== productId && (can.edit === true || can.steer === true),
  );
  const product = others.find(({ id }) => id === target);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("move.title", { count: rows.length })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap="md">
        <Select
          label={t("move.where")}
          description={others.length === 0 ? t("move.noOther") : undefined}
          data={others.map(({ id, title }) => ({ value: id, label: title }))}
          value={target}
          onChange={setTarget}
          searchable
          data-autofocus
        />
        {look.isLoading && <LoadingState rows={2} />}
        {look.error && <Alert color="red">{look.error.detail}</Alert>}
        {look.data && (
          <Table aria-label={t("move.follows")} fz="sm">
            <Table.Tbody>
              {look.data.items.map((item) => (
                <MovedRow key={item.id} item={item} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Text size="xs" c="dimmed">
          {t("move.stays")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            disabled={!product || !look.data}
            loading={move.isPending}
            onClick={() =>
              product && move.mutate({ target: product.id, product: product.title, rows })
            }
          >
            {t("move.now", { count: look.data?.items.length ?? rows.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function MovedRow({ item }: { item: Moved }) {
  const { t } = useTranslation();
  const said = [
    item.along && t("move.along"),
    item.lane && t("move.intoLane", { name: item.lane }),
    item.theme && t("move.underTheme", { name: item.theme }),
    ...item.leaves.map(({ what, name }) => t(`move.leaves.${what}`, { name })),
  ].filter(Boolean);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <KeyBadge value={item.key} />
          {item.title}
        </Group>
      </Table.Td>
      <Table.Td c="dimmed">{said.join(" · ") || t("move.asItIs")}</Table.Td>
    </Table.Tr>
  );
}
