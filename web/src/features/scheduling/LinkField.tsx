import { Button, Popover, Select, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lagText, readLag } from "@/timeline/grid/predecessors";
import { LINKS } from "./kinds";
import type { Edit } from "./plan";
import { useLagText } from "./useLagText";

/** Which ends are linked, and how much lies between them. */
export type How = Pick<Extract<Edit, { op: "relink" }>, "kind" | "lag_minutes" | "lag_unit">;

interface Link {
  kind: string;
  lag_minutes: number;
  lag_unit: string;
}

interface Props {
  link: Link;
  /** The key of what it is linked with. */
  name: string;
  canEdit: boolean;
  onChange: (how: How) => void;
}

/** How two items are linked: which ends, and how much lies between them. */
export function LinkField({ link, name, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const lag = useLagText();
  const [draft, setDraft] = useState<{ kind: string; lag: string } | null>(null);
  const told = `${link.kind}${lag(link)}`;
  if (!canEdit) return <Told text={told} />;
  const read = draft && readLag(draft.lag);
  const save = () => {
    if (!draft || !read) return;
    const wish: How = {
      kind: draft.kind as How["kind"],
      lag_minutes: Math.round(read.lagMinutes),
      lag_unit: read.lagUnit,
    };
    setDraft(null);
    if (wish.kind !== link.kind || lag(link) !== lag({ ...link, ...wish })) onChange(wish);
  };
  return (
    <Popover
      opened={draft !== null}
      onChange={(opened) => !opened && setDraft(null)}
      width={220}
      position="bottom-end"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          miw={24}
          mih={24}
          aria-label={`${told}: ${t("item.changeLink", { name })}`}
          onClick={() => setDraft({ kind: link.kind, lag: written(link) })}
        >
          <Told text={told} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {draft && (
          <Stack gap="sm">
            <Select
              size="xs"
              label={t("item.linkKind")}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={LINKS.map((kind) => ({ value: kind, label: t(`item.linkKinds.${kind}`) }))}
              value={draft.kind}
              onChange={(kind) => kind && setDraft({ ...draft, kind })}
            />
            <TextInput
              size="xs"
              label={t("item.lag")}
              description={t("item.lagHint")}
              inputWrapperOrder={["label", "input", "description", "error"]}
              error={read === null && t("item.badLag")}
              value={draft.lag}
              onChange={({ currentTarget }) => setDraft({ ...draft, lag: currentTarget.value })}
              onKeyDown={(event) => event.key === "Enter" && save()}
            />
            <Button size="compact-sm" disabled={read === null} onClick={save}>
              {t("save")}
            </Button>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Told({ text }: { text: string }) {
  return (
    <Text size="xs" c="dimmed" className="tabular" component="span">
      {text}
    </Text>
  );
}

const written = ({ lag_minutes, lag_unit }: Link) =>
  lagText({ lagMinutes: lag_minutes, lagUnit: lag_unit as "working" | "elapsed" | "percent" });
