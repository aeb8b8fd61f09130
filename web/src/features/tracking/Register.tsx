import { Button, Group, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { List } from "@/features/core/list/useList";
import { EmptyState } from "@/ui/EmptyState";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { useKindWord } from "@/ui/kinds";
import type { Condition, ListItem } from "@/ui/list/types";
import { useCreate } from "@/ui/shell/useCreate";
import { useTabInView } from "@/ui/useTabInView";
import type { Standing } from "./matrix/cells";
import { RiskMatrix } from "./matrix/RiskMatrix";
import { ScoreMark } from "./ScoreMark";
import { COLUMNS } from "./specs";
import { LINES, type LineKind } from "./types";

interface Props {
  /** Of one project, or rolled up: of a product, or of all. */
  projectId?: string;
  productId?: string;
  kind: LineKind;
  onKind: (kind: LineKind) => void;
  canAdd: boolean;
}

const score = (name: string) => (item: ListItem) => {
  const value = item.fields[name];
  return <ScoreMark score={typeof value === "number" ? value : null} />;
};
const CELLS = { score: score("score"), residual_score: score("residual_score") };
const NO_CELLS = {};

/** A register: one list for each kind of line, the risks below their matrix. N notes a line of the open kind. */
export function Register({ projectId, productId, kind, onKind, canAdd }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const navigate = useNavigate();
  const kindWord = useKindWord();
  const tabs = useTabInView(kind);
  const noteOne = t("create.title", { kind: kindWord(kind).toLowerCase() });
  useShortcuts(canAdd ? [{ keys: "n", run: () => create.open(kind), says: noteOne }] : []);
  const within: Condition[] | undefined = projectId ? [["project", "is", projectId]] : undefined;
  const columns = projectId ? COLUMNS[kind] : [...COLUMNS[kind], "project"];
  const showCell = (probability: number, impact: number, standing: Standing) => {
    const prefix = standing === "residual" ? "residual_" : "";
    const where: Condition[] = [
      ["status", "is", "open"],
      [`${prefix}probability_level`, "is", probability],
      [`${prefix}impact_level`, "is", impact],
    ];
    void navigate({
      to: ".",
      search: (before) => ({ ...before, list: { ...before.list, where } }),
      resetScroll: false,
    });
  };
  const note = canAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => create.open(kind)}
    >
      {noteOne}
    </Button>
  );
  return (
    <>
      <Group justify="space-between" mt={projectId ? "md" : 0} mb="md" align="center">
        <Tabs
          variant="pills"
          value={kind}
          onChange={(next) => onKind(LINES.find((each) => each === next) ?? "risk")}
        >
          <Tabs.List ref={tabs}>
            {LINES.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`raid.lines.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {note}
      </Group>
      {kind === "risk" && (
        <RiskMatrix projectId={projectId} productId={productId} onCell={showCell} />
      )}
      <ObjectList
        key={kind}
        kind={kind}
        productId={projectId ? undefined : productId}
        columns={columns}
        cells={kind === "risk" ? CELLS : NO_CELLS}
        adapt={(list: List) => ({ ...list, within })}
        empty={
          <EmptyState
            sentence={t(`raid.empty.${kind}`)}
            example={t(`raid.example.${kind}`)}
            action={note}
          />
        }
      />
    </>
  );
}
