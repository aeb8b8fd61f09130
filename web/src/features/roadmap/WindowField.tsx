import {
  Button,
  Group,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import { DateField } from "@/ui/DateField";
import { PRECISIONS, type Window } from "./roadmap";
import classes from "./WindowField.module.css";

interface Props {
  value: Window | null;
  canEdit: boolean;
  onChange: (window: Window | null) => void;
}

/** From when to when, and how exactly that is meant. */
export function WindowField({ value, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const windowText = useWindowText();
  const [draft, setDraft] = useState<Draft | null>(null);
  const text = value ? windowText(value) : t("initiative.noWindow");
  if (!canEdit) return <Text size="sm">{text}</Text>;
  const whole = draft?.start && draft.finish && draft.start <= draft.finish;
  const save = (window: Window | null) => {
    setDraft(null);
    onChange(window);
  };
  return (
    <Popover
      opened={draft !== null}
      onChange={(opened) => !opened && setDraft(null)}
      width={300}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.value}
          data-empty={value === null || undefined}
          aria-label={`${t("initiative.window")}: ${text}`}
          onClick={() => setDraft(value ?? { start: null, finish: null, precision: "month" })}
        >
          {text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {draft && (
          <Stack gap="sm">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={t("initiative.precision")}
              value={draft.precision}
              data={PRECISIONS.map((each) => ({ value: each, label: t(`precision.${each}`) }))}
              onChange={(next) => setDraft({ ...draft, precision: next as Window["precision"] })}
            />
            <DateField
              label={t("initiative.from")}
              value={draft.start}
              onChange={(start) => setDraft({ ...draft, start })}
            />
            <DateField
              label={t("initiative.until")}
              value={draft.finish}
              onChange={(finish) => setDraft({ ...draft, finish })}
              error={draft.finish && !whole ? t("initiative.backwards") : undefined}
            />
            <Group justify="space-between">
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                disabled={value === null}
                onClick={() => save(null)}
              >
                {t("initiative.clearWindow")}
              </Button>
              <Button
                size="compact-sm"
                disabled={!whole}
                onClick={() =>
                  draft.start &&
                  draft.finish &&
                  save({ start: draft.start, finish: draft.finish, precision: draft.precision })
                }
              >
                {t("save")}
              </Button>
            </Group>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface Draft {
  start: string | null;
  finish: string | null;
  precision: Window["precision"];
}
