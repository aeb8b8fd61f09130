import { Kbd, Modal, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { explained } from "@/ui/keyboard/useShortcuts";
import type { NavEntry } from "@/ui/shell/nav";

interface Props {
  opened: boolean;
  onClose: () => void;
  entries: readonly NavEntry[];
}

export function ShortcutsDialog({ opened, onClose, entries }: Props) {
  const { t } = useTranslation();
  const here = opened ? explained() : [];
  const rows: [string[], string][] = [
    ...here.map(({ keys, says }): [string[], string] => [
      keys.toUpperCase().split(" "),
      says.charAt(0).toUpperCase() + says.slice(1),
    ]),
    [["Ctrl", "K"], t("shortcuts.palette")],
    [["/"], t("nav.search")],
    [["C"], t("create.button")],
    [["Esc"], t("peek.close")],
    [["?"], t("shortcuts.title")],
    ...entries.map((entry): [string[], string] => [
      ["G", entry.key.toUpperCase()],
      t("shortcuts.goTo", { page: t(`nav.${entry.word}`) }),
    ]),
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t("shortcuts.title")}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {rows.map(([keys, what]) => (
            <Table.Tr key={keys.join()}>
              <Table.Td>{what}</Table.Td>
              <Table.Td ta="end">
                {keys.map((key) => (
                  <Kbd key={key} ms="xs" size="sm">
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
