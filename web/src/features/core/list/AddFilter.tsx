import { Button, Popover, ScrollArea, Stack, TextInput, UnstyledButton } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import type { Condition, Field } from "@/ui/list/types";
import { ConditionEditor } from "./ConditionEditor";
import { startOf } from "./conditions";
import classes from "./ObjectList.module.css";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
}

/** Adds a filter: which field, then how and with what. */
export function AddFilter({ list }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const [condition, setCondition] = useState<Condition>();
  const close = () => {
    setOpen(false);
    setCondition(undefined);
    setQ("");
  };
  const found = list.fields.filter((field) =>
    words.field(field).toLowerCase().includes(q.trim().toLowerCase()),
  );
  const pick = (field: Field | undefined) => field && setCondition(startOf(field));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") pick(found[0]);
  };
  useShortcuts([{ keys: "f", run: () => setOpen(true) }]);
  return (
    <Popover opened={isOpen} onChange={setOpen} onClose={close} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {t("filter.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" w={condition ? 320 : 220} aria-label={t("filter.add")}>
        {condition ? (
          <ConditionEditor
            list={list}
            condition={condition}
            onCancel={close}
            onDone={(next) => {
              list.set({ where: [...list.state.where, next] });
              close();
            }}
          />
        ) : (
          <Stack gap={4}>
            <TextInput
              size="xs"
              data-autofocus
              aria-label={t("list.findField")}
              placeholder={t("list.findField")}
              value={q}
              onChange={(event) => setQ(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <ScrollArea.Autosize mah={280}>
              <Stack gap={0}>
                {found.map((field) => (
                  <UnstyledButton
                    key={field.name}
                    className={classes.tab}
                    onClick={() => pick(field)}
                  >
                    {words.field(field)}
                  </UnstyledButton>
                ))}
                {!list.state.archived && q === "" && (
                  <UnstyledButton
                    className={classes.tab}
                    onClick={() => {
                      list.set({ archived: true });
                      close();
                    }}
                  >
                    {t("filter.archived")}
                  </UnstyledButton>
                )}
              </Stack>
            </ScrollArea.Autosize>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
