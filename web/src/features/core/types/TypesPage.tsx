import { ActionIcon, Button, Group, Stack, Table, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChecklist, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useSession } from "@/api/session";
import { useKept } from "@/features/core/useKept";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import stacked from "@/ui/table/Stacked.module.css";
import { type ItemType, itemTypesQuery } from "./itemTypes";
import { TypeMark } from "./TypeMark";
import { TypeModal } from "./TypeModal";

/** The types that work of this workspace may have. */
export function TypesPage() {
  const { t } = useTranslation();
  const { mutate: keep } = useKept("item_type");
  const [open, setOpen] = useState<ItemType | "new">();
  const { data, error, refetch } = useQuery(itemTypesQuery);
  const { can } = useSession();
  if (error && !data)
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const live = data.filter(({ archived_at }) => archived_at === null);
  const step = ({ id, title, version }: ItemType, at: number, by: -1 | 1) => {
    const [next, beyond] = [live[at + by], live[at + 2 * by]];
    if (!next) return;
    const position = beyond ? (next.position + beyond.position) / 2 : next.position + by;
    keep({
      run: () => http.patch(`/item-types/${id}`, { position }, { version }),
      said: t("itemTypes.moved", { title }),
    });
  };
  const put = ({ id, title, version, archived_at }: ItemType) => {
    const address = `/item-types/${id}/archival`;
    keep({
      run: () =>
        archived_at
          ? http.delete(address, { version })
          : http.post(address, undefined, { version }),
      said: t(archived_at ? "itemTypes.restored" : "itemTypes.archived", { title }),
    });
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">{t("itemTypes.lead")}</Text>
      {can.administer && (
        <Group justify="flex-end">
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen("new")}
          >
            {t("itemTypes.add")}
          </Button>
        </Group>
      )}
      <Table fz="sm" className={stacked.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("itemTypes.name")}</Table.Th>
            <Table.Th>{t("itemTypes.states")}</Table.Th>
            <HiddenHead />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                <IconChecklist size={16} stroke={1.8} aria-hidden />
                {t("itemTypes.plain")}
              </Group>
              <Text size="xs" c="dimmed">
                {t("itemTypes.plainMeans")}
              </Text>
            </Table.Td>
            <Table.Td>{t("itemTypes.ofProject")}</Table.Td>
            <Table.Td />
          </Table.Tr>
          {[...live, ...data.filter(({ archived_at }) => archived_at !== null)].map((type, at) => (
            <Table.Tr key={type.id} c={type.archived_at ? "dimmed" : undefined}>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <TypeMark type={type} isNamed />
                  {type.title}
                  {type.archived_at && <Text size="xs">{t("itemTypes.isArchived")}</Text>}
                </Group>
                {type.description && (
                  <Text size="xs" c="dimmed">
                    {type.description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {type.workflow.map(({ name }) => name).join(" → ") || t("itemTypes.ofProject")}
              </Table.Td>
              <Table.Td>
                {type.can.edit && (
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    {type.archived_at === null && (
                      <>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={t("board.up", { name: type.title })}
                          disabled={at === 0}
                          onClick={() => step(type, at, -1)}
                        >
                          <IconArrowUp size={16} aria-hidden />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={t("board.down", { name: type.title })}
                          disabled={at === live.length - 1}
                          onClick={() => step(type, at, 1)}
                        >
                          <IconArrowDown size={16} aria-hidden />
                        </ActionIcon>
                      </>
                    )}
                    <Button size="compact-xs" variant="subtle" onClick={() => setOpen(type)}>
                      {t("itemTypes.edit")}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="gray"
                      onClick={() => put(type)}
                    >
                      {t(type.archived_at ? "itemTypes.restore" : "itemTypes.archive")}
                    </Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open && (
        <TypeModal type={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Stack>
  );
}
