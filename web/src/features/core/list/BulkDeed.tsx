import { Alert, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import type { ListItem } from "@/ui/list/types";
import { toast } from "@/ui/toast";
import { edit, type Outcome, type Wanted } from "./lists";
import classes from "./ObjectList.module.css";
import { whyOf } from "./useEdits";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
  chosen: readonly ListItem[];
  title: string;
  /** What the button says that does it. */
  verb: string;
  /** Not until it is clear what is wanted is anything tried. */
  wanted: Wanted | undefined;
  /** Shows for each what would become of it. */
  isShown?: boolean;
  /** Where one says what is wanted. */
  children?: ReactNode;
  onClose: () => void;
  onApply: (wanted: Wanted) => Promise<void>;
}

/** What a deed would change for each of the chosen, and the deed itself. */
export function BulkDeed(props: Props) {
  const { list, chosen, title, verb, wanted, isShown, children, onClose, onApply } = props;
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const versions = chosen.map(({ id, version }) => `${id} ${version}`);
  const preview = useQuery({
    queryKey: [list.kind, "preview", wanted, versions],
    queryFn: () => edit(list.kind, chosen, wanted ?? {}, true),
    enabled: wanted !== undefined,
    staleTime: 0,
  });
  const outcomes = preview.data?.items ?? [];
  const asks = (refusal: Outcome["refusal"]) => list.asking?.codes.includes(refusal?.code ?? "");
  const refused = outcomes.filter(({ refusal }) => refusal && !asks(refusal));
  const asked = outcomes.filter(({ refusal }) => asks(refusal));
  const changing = outcomes.filter(({ changes, refusal }) => changes.length > 0 && !refusal);
  const run = async () => {
    if (!wanted) return;
    setBusy(true);
    try {
      await onApply(wanted);
      onClose();
    } catch (fault) {
      toast.failed(whyOf(fault));
    }
    setBusy(false);
  };
  const isReady =
    preview.data !== undefined && refused.length === 0 && changing.length + asked.length > 0;
  return (
    <Modal opened onClose={onClose} size="lg" title={title}>
      <Stack gap="md">
        {children}
        {preview.error && <Alert color="red">{preview.error.detail}</Alert>}
        {refused.length > 0 && (
          <Alert color="red" title={t("list.refused", { count: refused.length })}>
            {refused.slice(0, 5).map(({ id, key, refusal }) => (
              <Text key={id} size="sm">
                {key}: {refusal?.detail}
              </Text>
            ))}
          </Alert>
        )}
        {preview.data && (
          <>
            <Text size="sm" aria-live="polite">
              {t("list.wouldChange", { count: changing.length, of: chosen.length })}
              {asked.length > 0 && ` ${t("list.wouldAsk", { count: asked.length })}`}
            </Text>
            {isShown && changing.length > 0 && <Preview list={list} outcomes={changing} />}
          </>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            loading={isBusy || (wanted !== undefined && preview.isPending)}
            disabled={!isReady}
            onClick={() => void run()}
          >
            {verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const SHOWN = 100;

function Preview({ list, outcomes }: { list: List; outcomes: Outcome[] }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const said = (name: string, value: unknown) => {
    const field = list.byName.get(name);
    return (field && words.value(field, value)) || t("list.empty");
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className={classes.preview} tabIndex={0}>
      <Table fz="sm">
        <Table.Tbody>
          {outcomes.slice(0, SHOWN).map(({ id, key, title, changes }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <KeyBadge value={key} /> {title}
              </Table.Td>
              <Table.Td>
                {changes.map(({ field, before, after }) => (
                  <div key={field}>
                    <Text span size="sm" c="dimmed" td="line-through">
                      {said(field, before)}
                    </Text>{" "}
                    → {said(field, after)}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
