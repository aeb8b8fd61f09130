import { useMemo } from "react";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { List } from "@/features/core/list/useList";
import { ChanceBadge } from "@/ui/ChanceBadge";
import type { ListItem } from "@/ui/list/types";
import { useFigures } from "@/ui/words/figures";
import { MoveButton } from "./MoveButton";
import classes from "./RoadmapPage.module.css";
import { useChances } from "./useChances";
import { COLUMNS } from "./useRoadmapList";

interface Props {
  productId: string;
  adapt: (list: List) => List;
}

/** The roadmap as a list; beside the last day of a window stands how likely it is. */
export function RoadmapList({ productId, adapt }: Props) {
  const figures = useFigures();
  const chances = useChances(productId);
  const cells = useMemo(
    () => ({
      window_finish: ({ id, fields }: ListItem) => {
        const chance = chances.get(id);
        if (typeof fields.window_finish !== "string") return null;
        return (
          <span className={classes.finish}>
            {figures.date(fields.window_finish)}
            {chance && <ChanceBadge chance={chance.probability} />}
          </span>
        );
      },
    }),
    [chances, figures],
  );
  return (
    <div className={classes.table}>
      <ObjectList
        kind="initiative"
        productId={productId}
        columns={COLUMNS}
        cells={cells}
        adapt={adapt}
        bulk={({ rows, clear }) => (
          <MoveButton size="compact-sm" productId={productId} rows={rows} onMoved={clear} />
        )}
      />
    </div>
  );
}
