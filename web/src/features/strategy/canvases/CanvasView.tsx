import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import type { StrategyView } from "../view";
import { CanvasPages } from "./CanvasPages";
import { CanvasRail } from "./CanvasRail";
import { canvasQuery } from "./queries";
import type { Canvas } from "./types";

interface Props {
  id: string;
  place: Place;
}

/** A canvas on its own page, with the talk about it. */
export function CanvasView({ id, place }: Props) {
  const query = canvasQuery(id);
  const path = `/canvases/${id}`;
  const { data: canvas, error } = useQuery(query);
  const { mutate } = useSave<Canvas>(query.queryKey, path, canvas?.key);
  const [view, setView] = useState<Pick<StrategyView, "version" | "since" | "edit">>({});
  if (error && !canvas) throw error;
  if (!canvas) return <LoadingState />;
  return (
    <ObjectSheet
      object={canvas}
      path={path}
      place={place}
      onTitle={(title) => mutate({ seen: canvas, fields: { title } })}
      rail={<CanvasRail canvas={canvas} />}
      body={
        <CanvasPages
          canvas={canvas}
          view={view}
          onView={(next) => setView((before) => ({ ...before, ...next }))}
        />
      }
    />
  );
}
