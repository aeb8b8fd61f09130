import { Alert, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import type { Field, ListItem } from "@/ui/list/types";
import { toast } from "@/ui/toast";
import { edit, type Outcome, type Wanted } from "./lists";
import classes from "./ObjectList.module.css";
import { TagChange } from "./TagChange";
import { whyOf } from "./useEdits";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";
import { ValueInput } from "./ValueInput";
import { emptied, sent } from "./values";

/** The field that is changed, or what else is done. */
export type Deed = Field | "archive" | "remove";

interface Props {
  list: List;
  chosen: readonly ListItem[];
  deed: Deed;
  onClose: () => void;
  onApply: (wanted: Wanted) => Promise<void>;
}

/** What is to become of the chosen, what that would change for each, and the deed itself. */
export function BulkModal({ list, chosen, deed, onClose, onApply }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [value, setValue] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const field = typeof deed === "string" ? undefined : deed;
  const wanted = field
    ? value === undefined
      ? undefined
      : { fields: sent(field, value ?? emptied(field)) }
    : WANTED[other(deed, list)];
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
  const verb = field ? "list.change" : (`list.${other(deed, list)}` as const);
  const isReady =
    preview.data !== undefined && refused.length === 0 && changing.length + asked.length > 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={
        field
          ? t("list.changeField", { field: words.field(field).toLowerCase(), count: chosen.length })
          : t(`list.${other(deed, list)}Many`, { count: chosen.length })
      }
    >
      <Stack gap="md">
        {field?.type === "tags" ? (
          <TagChange field={field} list={list} onChange={setValue} />
        ) : (
          field && <ValueInput field={field} list={list} value={value} onChange={setValue} />
        )}
        {field && field.type !== "tags" && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            w="fit-content"
            onClick={() => setValue(null)}
          >
            {t("list.emptyIt")}
          </Button>
        )}
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
            {field && changing.length > 0 && <Preview list={list} outcomes={changing} />}
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
            {t(verb)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const WANTED = {
  archive: { archived: true },
  restore: { archived: false },
  remove: { removed: true },
} as const satisfies Record<string, Wanted>;

/** What is done where no field is changed. */
function other(deed: Deed, list: List): keyof typeof WANTED {
  if (deed === "remove") return deed;
  return list.state.archived ? "restore" : "archive";
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
