import { ActionIcon, Button, Popover, Stack, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clauseOf, conditionsOf } from "@/ui/list/state";
import type { Clause, Condition } from "@/ui/list/types";
import { ConditionEditor } from "./ConditionEditor";
import { startOf } from "./conditions";
import classes from "./ObjectList.module.css";
import { useConditionWords } from "./useConditionWords";
import type { List } from "./useList";

interface Props {
  list: List;
  clause: Clause;
  /** Undefined takes the filter away. */
  onChange: (clause: Clause | undefined) => void;
}

/** A filter that is set: a click changes it, adds an alternative to it or takes it away. */
export function FilterChip({ list, clause, onChange }: Props) {
  const { t } = useTranslation();
  const said = useConditionWords(list);
  const [isOpen, setOpen] = useState(false);
  const [edited, setEdited] = useState<number>();
  const conditions = conditionsOf(clause);
  const words = conditions.map(said).join(` ${t("list.or")} `);
  const first = list.fields[0];
  const close = () => {
    setOpen(false);
    setEdited(undefined);
  };
  const put = (at: number, condition: Condition) => {
    const next = [...conditions];
    next[at] = condition;
    onChange(clauseOf(next));
    close();
  };
  const at = edited ?? (conditions.length === 1 ? 0 : undefined);
  const start = at === undefined ? undefined : (conditions[at] ?? (first && startOf(first)));
  return (
    <span className={classes.chip}>
      <Popover opened={isOpen} onChange={setOpen} onClose={close} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.chipText}
            title={words}
            onClick={() => (isOpen ? close() : setOpen(true))}
          >
            {words}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="sm" w={320}>
          <Stack gap="sm">
            {at !== undefined && start ? (
              <ConditionEditor
                key={at}
                list={list}
                condition={start}
                onCancel={close}
                onDone={(next) => put(at, next)}
              />
            ) : (
              conditions.map((condition, index) => (
                <UnstyledButton
                  key={JSON.stringify(condition)}
                  className={classes.tab}
                  onClick={() => setEdited(index)}
                >
                  {said(condition)}
                </UnstyledButton>
              ))
            )}
            {(at === undefined || at < conditions.length) && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => setEdited(conditions.length)}
              >
                {t("list.addOr")}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t("filter.remove", { filter: words })}
        onClick={() => onChange(undefined)}
      >
        <IconX size={12} />
      </ActionIcon>
    </span>
  );
}
