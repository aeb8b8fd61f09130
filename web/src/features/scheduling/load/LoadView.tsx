import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { keep } from "@/api/download";
import { today } from "@/features/delivery/today";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { CellPanel } from "./CellPanel";
import { csvFile } from "./csv";
import { HeatMap } from "./HeatMap";
import { foundIn, heatCsv } from "./heatFile";
import { LoadFilters } from "./LoadFilters";
import { LoadHistogram } from "./LoadHistogram";
import { type Heat, heatQuery, type Within } from "./load";
import { Overloads } from "./Overloads";
import { spanFrom } from "./periods";
import { SoftSwitch } from "./SoftSwitch";
import { SpanTools } from "./SpanTools";
import type { ResourcesView } from "./view";

interface Props {
  view: ResourcesView;
  onView: (change: Partial<ResourcesView>) => void;
}

/** How full everybody is across all projects, and what too full breaks. */
export function LoadView({ view, onView }: Props) {
  const { t } = useTranslation();
  const { by = "week", first = today(), soft = false, who, from } = view;
  const span = spanFrom(first, by);
  const within: Within = {
    project_id: view.project,
    product_id: view.product,
    role_id: view.role,
    team_id: view.team,
  };
  const { data: all, error } = useQuery(heatQuery(span, by, soft, within));
  const heat = useMemo(
    () => all && { ...all, rows: [...foundIn(all.rows, view.q ?? "")] },
    [all, view.q],
  );
  const isNarrowed = Boolean(view.q) || Object.values(within).some(Boolean);
  if (error && !heat) return <ErrorState title={error.title} detail={error.detail} />;
  const row = heat?.rows.find(({ resource }) => resource.id === who);
  const period = heat?.periods.find((one) => one.first === from);
  return (
    <>
      <SpanTools by={by} first={span.first} onView={onView}>
        <SoftSwitch soft={soft} onView={onView} />
      </SpanTools>
      <LoadFilters
        view={view}
        onView={onView}
        onExport={
          heat && heat.rows.length > 0
            ? () => keep(fileOf(heat, t), `load-${span.first}-${span.last}.csv`)
            : undefined
        }
      />
      {!heat && <LoadingState />}
      {heat?.rows.length === 0 && (
        <EmptyState sentence={t(isNarrowed ? "load.noMatch" : "load.empty")} />
      )}
      {heat && heat.computing > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t("load.computing", { count: heat.computing })}
        </Text>
      )}
      {heat && heat.rows.length > 0 && (
        <HeatMap heat={heat} soft={soft} chosen={{ who, from }} onChoose={onView} />
      )}
      {row && period && (
        <CellPanel
          row={row}
          span={period}
          soft={soft}
          onClose={() => onView({ who: undefined, from: undefined })}
        />
      )}
      {heat && heat.rows.length > 0 && <LoadHistogram heat={heat} soft={soft} who={who} />}
      <Overloads span={span} soft={soft} within={within} />
    </>
  );
}

function fileOf(heat: Heat, t: ReturnType<typeof useTranslation>["t"]): Blob {
  const text = heatCsv(heat, {
    who: t("load.who"),
    role: t("load.only.role"),
    measure: t("load.hours"),
    of: {
      booked: t("load.booked"),
      asked: t("load.asked"),
      capacity: t("load.capacity"),
      over: t("load.overloads"),
    },
  });
  return csvFile(text);
}
