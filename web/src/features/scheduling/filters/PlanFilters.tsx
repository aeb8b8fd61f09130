import { Select, Text } from "@mantine/core";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { ListTools } from "@/features/core/list/ListTools";
import { ViewTabs } from "@/features/core/list/ViewTabs";
import { useFigures } from "@/ui/words/figures";
import classes from "./PlanFilters.module.css";
import { SHOWN } from "./showing";
import type { PlanLook } from "./usePlanList";

interface Props {
  look: PlanLook;
  /** How many of the plan's rows are shown, and how many there are. */
  shown: number;
  total: number;
  place: HTMLElement | null;
}

/** Which rows of the chart are shown: searched, filtered, by their dates, or as a saved view has it. */
export function PlanFilters({ look, shown, total, place }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { list, view, onView } = look;
  const tools = (
    <ListTools
      list={list}
      isPlain
      more={
        <>
          <Select
            size="xs"
            w={170}
            clearable
            aria-label={t("plan.rowsShown.label")}
            placeholder={t("plan.rowsShown.label")}
            data={SHOWN.map((value) => ({ value, label: t(`plan.rowsShown.${value}`) }))}
            value={SHOWN.find((each) => each === view.show) ?? null}
            onChange={(show) => onView({ show: show ?? undefined })}
          />
          {list.isNarrowed && (
            <Text size="xs" c="dimmed" aria-live="polite" className={classes.count}>
              {t("plan.rowsShown.count", {
                count: total,
                shown: figures.number(shown),
                total: figures.number(total),
              })}
            </Text>
          )}
        </>
      }
    />
  );
  const hasViews = list.views.length > 0 || list.isChanged;
  return (
    <>
      {place && createPortal(tools, place)}
      {hasViews && (
        <div className={classes.views}>
          <ViewTabs list={list} />
        </div>
      )}
    </>
  );
}
