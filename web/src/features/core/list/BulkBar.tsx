import { Button, CloseButton, Menu, Text } from "@mantine/core";
import { IconArchive, IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import type { ListItem } from "@/ui/list/types";
import { useFigures } from "@/ui/words/figures";
import { BulkModal, type Deed } from "./BulkModal";
import { MOST_AT_ONCE, type Wanted } from "./lists";
import classes from "./ObjectList.module.css";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
  chosen: readonly ListItem[];
  total: number;
  more?: ReactNode;
  onAll: () => void;
  onClear: () => void;
  onApply: (wanted: Wanted) => Promise<void>;
}

/** What can be done with the rows that are chosen. */
export function BulkBar({ list, chosen, total, more, onAll, onClear, onApply }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const figures = useFigures();
  const [deed, setDeed] = useState<Deed>();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const writable = list.fields.filter(({ writes, name }) => writes !== null && name !== "title");
  useShortcuts([{ keys: "e", run: () => setMenuOpen(true) }]);
  return (
    <section className={classes.bar} aria-label={t("list.chosen", { count: chosen.length })}>
      <Text size="sm" fw={500}>
        {t("list.chosen", { count: chosen.length })}
      </Text>
      {chosen.length < Math.min(total, MOST_AT_ONCE) && (
        <Button size="compact-sm" variant="subtle" onClick={onAll}>
          {total > MOST_AT_ONCE
            ? t("list.chooseFirst", { figure: figures.number(MOST_AT_ONCE) })
            : t("list.chooseAll", { figure: figures.number(total) })}
        </Button>
      )}
      {writable.length > 0 && (
        <Menu opened={isMenuOpen} onChange={setMenuOpen} position="top" width={220}>
          <Menu.Target>
            <Button size="compact-sm" leftSection={<IconPencil size={14} aria-hidden />}>
              {t("list.editField")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
            {writable.map((field) => (
              <Menu.Item key={field.name} onClick={() => setDeed(field)}>
                {words.field(field)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {list.can.archive && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArchive size={14} aria-hidden />}
          onClick={() => setDeed("archive")}
        >
          {t(list.state.archived ? "list.restore" : "list.archive")}
        </Button>
      )}
      {list.can.remove && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => setDeed("remove")}
        >
          {t("list.remove")}
        </Button>
      )}
      {more}
      <CloseButton size="sm" aria-label={t("list.clearChoice")} onClick={onClear} />
      {deed && (
        <BulkModal
          list={list}
          chosen={chosen}
          deed={deed}
          onClose={() => setDeed(undefined)}
          onApply={onApply}
        />
      )}
    </section>
  );
}
