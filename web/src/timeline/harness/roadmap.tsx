import "@fontsource-variable/inter";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { minuteOf } from "../geometry/time";
import { darkPalette, lightPalette } from "../palette";
import { RoadmapTimeline } from "../RoadmapTimeline";
import type { LaneItem } from "../types";
import { items as cast, lanes, links, manyItems } from "./roadmapCast";

const asked = new URLSearchParams(location.search);
const count = Number(asked.get("count") ?? 0);
const first = count > 0 ? manyItems(count) : cast;
const palette = asked.get("theme") === "dark" ? darkPalette : lightPalette;

function Harness() {
  const [items, setItems] = useState<LaneItem[]>(first);
  const change = (id: string, change: Partial<LaneItem>) => {
    Object.assign(window, { lastChange: { id, ...change } });
    setItems((now) => now.map((item) => (item.id === id ? { ...item, ...change } : item)));
  };
  return (
    <RoadmapTimeline
      lanes={lanes}
      items={items}
      links={links}
      label="Atlas"
      palette={palette}
      locale={asked.get("locale") ?? "en-GB"}
      today={minuteOf("2026-11-24T10:00")}
      zoom={(asked.get("zoom") as "quarter") ?? "quarter"}
      view={(asked.get("view") as "table") ?? undefined}
      readOnly={asked.has("readonly")}
      onMove={change}
      onResize={change}
    />
  );
}

createRoot(document.getElementById("root") as HTMLElement).render(<Harness />);
