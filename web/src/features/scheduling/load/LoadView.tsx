import { Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { today } from "@/features/delivery/today";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { CellPanel } from "./CellPanel";
import { HeatMap } from "./HeatMap";
import { LoadHistogram } from "./LoadHistogram";
import { heatQuery } from "./load";
import { Overloads } from "./Overloads";
import { spanFrom } from "./periods";
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
  const { data: heat, error } = useQuery(heatQuery(span, by, soft));
  if (error && !heat) return <ErrorState title={error.title} detail={error.detail} />;
  const row = heat?.rows.find(({ resource }) => resource.id === who);
  const period = heat?.periods.find((one) => one.first === from);
  return (
    <>
      <SpanTools by={by} first={span.first} onView={onView}>
        <Switch
          size="xs"
          label={t("load.soft")}
          checked={soft}
          onChange={({ currentTarget }) => onView({ soft: currentTarget.checked || undefined })}
        />
      </SpanTools>
      {!heat && <LoadingState />}
      {heat?.rows.length === 0 && <EmptyState sentence={t("load.empty")} />}
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
      <Overloads span={span} soft={soft} />
    </>
  );
}
