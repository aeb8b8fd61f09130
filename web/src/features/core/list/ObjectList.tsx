import { Button, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { LoadingState } from "@/ui/LoadingState";
import { NONE } from "@/ui/list/selection";
import type { ListItem } from "@/ui/list/types";
import { useFigures } from "@/ui/words/figures";
import { BulkBar } from "./BulkBar";
import { ListCards } from "./ListCards";
import { ListTable } from "./ListTable";
import { ListTools } from "./ListTools";
import { everyMatch, type Wanted } from "./lists";
import classes from "./ObjectList.module.css";
import { useEdits } from "./useEdits";
import { type List, useList } from "./useList";
import { useRows } from "./useRows";
import { ViewTabs } from "./ViewTabs";

interface Props {
  kind: string;
  productId?: string;
  /** The columns shown until somebody chooses others: names of fields. */
  columns?: readonly string[];
  /** What teaches while there is nothing yet. */
  empty?: ReactNode;
  /** Drawings of one's own, by the name of the field. */
  cells?: Record<string, (item: ListItem) => ReactNode>;
  /** What the page around it does otherwise with its list. */
  adapt?: (list: List) => List;
  /** What else can be done with those that are chosen. */
  bulk?: (chosen: Chosen) => ReactNode;
}

/** Rows of a list that are chosen; `clear` chooses none. */
export interface Chosen {
  list: List;
  rows: readonly ListItem[];
  clear: () => void;
  apply: (wanted: Wanted) => Promise<void>;
}

const PLAIN = ["title", "status", "owner", "created_at"];
const NO_CELLS = {};
const asItIs = (list: List) => list;

/**
 * The list of any kind: saved views, filters, sorts, groups, columns, inline and bulk edits, files.
 * How it is looked at stands in the address (`?list=`).
 */
export function ObjectList(props: Props) {
  const { kind, productId, columns = PLAIN, empty, cells = NO_CELLS, adapt = asItIs, bulk } = props;
  const { t } = useTranslation();
  const figures = useFigures();
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const list = adapt(useList(kind, productId, columns));
  const rows = useRows(list);
  const edits = useEdits(kind, list.asking);
  const [selection, setSelection] = useState(NONE);
  const [others, setOthers] = useState<ListItem[]>([]);
  const known = new Map([...others, ...rows.items].map((item) => [item.id, item]));
  const chosen = [...selection.ids].flatMap((id) => known.get(id) ?? []);
  const clear = () => setSelection(NONE);
  const apply = async (wanted: Wanted) => {
    await edits.apply(chosen, wanted);
    clear();
  };
  const chooseAll = async () => {
    const all = await everyMatch({ kind, productId, state: list.state, within: list.within });
    setOthers(all);
    setSelection({ ids: new Set(all.map(({ id }) => id)) });
  };
  useShortcuts([{ keys: "Escape", run: clear }]);
  if (list.fault || rows.fault) {
    return (
      <>
        <ViewTabs list={list} />
        <ListTools list={list} />
        <ErrorState
          title={t("list.failed")}
          detail={(list.fault ?? rows.fault)?.message ?? ""}
          onRetry={rows.retry}
        />
      </>
    );
  }
  const Rows = isPhone ? ListCards : ListTable;
  return (
    <div className={classes.list}>
      <ViewTabs list={list} />
      <ListTools list={list} />
      {list.isPending || rows.isPending ? (
        <LoadingState />
      ) : rows.total === 0 ? (
        <NothingHere isNarrowed={list.isNarrowed} onWiden={() => list.set(WIDE)} empty={empty} />
      ) : (
        <Rows
          list={list}
          rows={rows}
          edits={edits}
          cells={cells}
          selection={selection}
          onSelect={setSelection}
        />
      )}
      {chosen.length > 0 ? (
        <BulkBar
          list={list}
          chosen={chosen}
          total={rows.total ?? chosen.length}
          more={bulk?.({ list, rows: chosen, clear, apply })}
          onAll={() => void chooseAll()}
          onClear={clear}
          onApply={apply}
        />
      ) : (
        rows.total !== undefined &&
        (rows.total > 0 || list.isNarrowed) && (
          <Text size="xs" c="dimmed" className={classes.count} aria-live="polite">
            {t("list.total", { count: rows.total, figure: figures.number(rows.total) })}
          </Text>
        )
      )}
    </div>
  );
}

const WIDE = { q: "", where: [], archived: false };

interface NothingProps {
  isNarrowed: boolean;
  onWiden: () => void;
  empty: ReactNode;
}

function NothingHere({ isNarrowed, onWiden, empty }: NothingProps) {
  const { t } = useTranslation();
  if (!isNarrowed) return empty ?? <EmptyState sentence={t("list.nothingYet")} />;
  return (
    <EmptyState
      sentence={t("list.noMatch")}
      action={
        <Button variant="default" onClick={onWiden}>
          {t("filter.clear")}
        </Button>
      }
    />
  );
}
