import { ActionIcon, Button, Popover, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Warning } from "../types";
import classes from "./Tree.module.css";

interface Props {
  warning: Warning;
  onDismiss?: (warning: Warning) => void;
}

/** A warning on a card: what it is, by which rule, and a way to be rid of it. */
export function WarningMark({ warning, onDismiss }: Props) {
  const { t } = useTranslation();
  const warn = useWarningText();
  const { title, why } = warn(warning);
  return (
    <Popover width={300} withinPortal shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size={20}
          variant="subtle"
          tabIndex={-1}
          className={classes.warning}
          aria-label={title}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <IconAlertTriangle size={14} stroke={1.8} color="var(--nl-warning)" aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown onPointerDown={(event) => event.stopPropagation()}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="sm">{why}</Text>
          {onDismiss && (
            <Button size="xs" variant="default" onClick={() => onDismiss(warning)}>
              {t("tree.dismiss")}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a warning says, and the rule that found it. */
export function useWarningText(): (warning: Warning) => { title: string; why: string } {
  const { t } = useTranslation();
  return ({ code, reason, word, count }) => {
    if (code !== "solution_as_need" || reason === "") {
      const known = code === "solution_as_need" ? "few_ideas" : code;
      return { title: t(`tree.warn.${known}.title`), why: t(`tree.warn.${known}.why`, { count }) };
    }
    return {
      title: t("tree.warn.solution_as_need.title"),
      why: t(`tree.warn.solution_as_need.${reason}`, { word }),
    };
  };
}
