import { Group, SegmentedControl, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { choicesFor } from "@/features/links/linkTypes";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ThroughlineList } from "./ThroughlineList";
import { throughlineQuery } from "./throughline";
import { useLineView } from "./useLineView";
import type { Place } from "./useObjectTab";

const ThroughlineGraph = lazy(() => import("./ThroughlineGraph"));

interface Props {
  kind: Kind;
  id: string;
  /** A peek is narrow, so it starts with the list. */
  place: Place;
}

/** An object's why upward and its how downward, as a picture or as an outline. */
export function Throughline({ kind, id, place }: Props) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(max-width: 48em)");
  const { view, setView } = useLineView(place === "page" && !isPhone ? "graph" : "list");
  const { data: line, error, refetch } = useQuery(throughlineQuery(kind, id));
  if (error && !line) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!line) return <LoadingState rows={4} />;
  if (line.edges.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t(choicesFor(kind).length > 0 ? "throughline.empty" : "throughline.nothing")}
      </Text>
    );
  }
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          {t("throughline.lead")}
          {line.truncated && ` ${t("throughline.truncated", { count: line.nodes.length })}`}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t("throughline.view")}
          value={view}
          onChange={(next) => setView(next === "graph" ? "graph" : "list")}
          data={[
            { value: "graph", label: t("throughline.graph") },
            { value: "list", label: t("throughline.list") },
          ]}
        />
      </Group>
      {view === "graph" ? (
        <Suspense fallback={<LoadingState rows={4} />}>
          <ThroughlineGraph line={line} />
        </Suspense>
      ) : (
        <ThroughlineList line={line} />
      )}
    </>
  );
}
