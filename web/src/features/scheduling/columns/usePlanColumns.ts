import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { useProfile } from "@/features/accounts/useProfile";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { columnsOf, titleOf } from "@/timeline/grid/columns";
import type { ColumnId } from "@/timeline/types";
import { englishWords } from "@/timeline/words";
import type { PlanLook } from "../filters/usePlanList";
import type { Plan } from "../plan";
import { chosenColumns, offeredColumns, planColumns, usualColumns } from "./columns";
import type { PlanColumn } from "./planColumn";
import { useColumnGround } from "./useColumnGround";

const NOTHING: readonly never[] = [];
const NONE = "none";
/** Wider, it would leave too little of the chart; the rest is scrolled to. */
const MOST_WIDTH = 860;

interface Asked {
  plan: Plan;
  look: PlanLook;
  hasScope: boolean;
  isCompared: boolean;
}

export interface PlanColumns {
  ids: readonly ColumnId[];
  /** Of those that are shown, the ones that the outline does not know by itself. */
  added: readonly PlanColumn[];
  width: number | undefined;
  titles: ReadonlyMap<ColumnId, string>;
  offered: readonly ColumnId[];
  isChosen: boolean;
  /** Null: the usual ones again. */
  choose: (ids: readonly string[] | null) => void;
}

/** The columns of the outline: as the address says, else the saved view, else as the person chose last, else the usual ones. */
export function usePlanColumns({ plan, look, hasScope, isCompared }: Asked): PlanColumns {
  const { t } = useTranslation();
  const session = useSession();
  const profile = useProfile();
  const types = useItemTypes();
  const chosen = chosenIn(look.view.columns, session.person.plan_columns);
  const ground = useColumnGround(plan, (name) => chosen.some((id) => id.startsWith(name)));
  const all = useMemo(() => planColumns(ground), [ground]);
  const hasTypes = types.live.length > 0;
  const spoken = chosen.join(",");
  const { ids, offered } = useMemo(() => {
    const shown = { hasTypes, hasScope, isCompared };
    const found = offeredColumns(all, shown);
    const wanted = spoken.split(",").filter(Boolean);
    return {
      offered: found,
      ids: wanted.length > 0 ? chosenColumns(wanted, found, shown) : usualColumns(shown),
    };
  }, [all, spoken, hasTypes, hasScope, isCompared]);
  const added = useMemo(() => {
    const shown = all.filter(({ id }) => ids.includes(id));
    return shown.length > 0 ? shown : NOTHING;
  }, [all, ids]);
  const titles = useMemo(() => {
    const words = { ...englishWords, type: t("itemTypes.column") };
    return new Map(columnsOf(offered, all).map((one) => [one.id, titleOf(one, words)]));
  }, [offered, all, t]);
  const isChosen = chosen.length > 0;
  const total = columnsOf(ids, added).reduce((sum, { width }) => sum + width, 1);
  return {
    ids,
    added,
    titles,
    offered,
    isChosen,
    width: isChosen ? Math.min(total, MOST_WIDTH) : undefined,
    choose: (wanted) => {
      look.onView({ columns: wanted?.join(",") });
      if (!look.list.view) profile.mutate({ plan_columns: [...(wanted ?? [])] });
    },
  };
}

/** `none` says, against what is kept, that the usual ones are wanted. */
function chosenIn(said: string | undefined, kept: readonly string[]): readonly string[] {
  if (said === NONE) return NOTHING;
  return said === undefined ? kept : said.split(",").filter(Boolean);
}
