import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { IconBellRinging, IconX } from "@tabler/icons-react";
import { CatchBoundary } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useRemind } from "@/features/reporting/reminders/useRemind";
import { KindIcon } from "@/ui/KindIcon";
import { useKindWord } from "@/ui/kinds";
import { LoadingState } from "@/ui/LoadingState";
import { peekFor } from "@/ui/shell/registry";
import { usePeek } from "@/ui/shell/usePeek";
import { CrashPage } from "../CrashPage";
import { MissingPage } from "../MissingPage";
import classes from "./PeekPanel.module.css";

/** Any object beside the page, without leaving it. */
export function PeekPanel() {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const { target, close } = usePeek();
  const remind = useRemind();
  const panel = useRef<HTMLElement>(null);
  const address = target && `${target.kind}:${target.id}`;
  useEffect(() => {
    // Only on a phone does the panel take the whole screen and with it the focus.
    if (address && window.matchMedia("(max-width: 48em)").matches) panel.current?.focus();
  }, [address]);
  if (!target || !address) return null;
  const Peek = peekFor(target.kind);
  return (
    <section
      ref={panel}
      className={classes.peek}
      aria-label={t("peek.label", { kind: kindWord(target.kind) })}
      tabIndex={-1}
    >
      <Group className={classes.head} gap="sm" wrap="nowrap">
        <KindIcon kind={target.kind} />
        <Text size="sm" c="dimmed" flex={1}>
          {kindWord(target.kind)}
        </Text>
        <Tooltip label={t("reminder.verb")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("reminder.verb")}
            onClick={() => remind.open(target)}
          >
            <IconBellRinging size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("peek.close")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("peek.close")} onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <div className={classes.body}>
        <CatchBoundary
          getResetKey={() => address}
          errorComponent={(crash) => <CrashPage {...crash} isPanel />}
        >
          <Suspense fallback={<LoadingState rows={4} />}>
            {Peek ? <Peek key={address} id={target.id} /> : <MissingPage isPanel />}
          </Suspense>
        </CatchBoundary>
      </div>
    </section>
  );
}
