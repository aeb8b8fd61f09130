import "@fontsource-variable/inter";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { GanttChart } from "../GanttChart";
import { minuteOf } from "../geometry/time";
import { darkPalette, lightPalette } from "../palette";
import type { MovedRow, TimelineRow, Zoom } from "../types";
import { manyRows, thirtyRows } from "./plan";

const asked = new URLSearchParams(location.search);
const count = Number(asked.get("rows") ?? 0);
const plan = count > 0 ? manyRows(count) : thirtyRows();
const DAY = 1440;

declare global {
  interface Window {
    told: unknown[][];
  }
}
window.told = [];

/** `?rows=10000&theme=dark&zoom=month&moved&baseline&readonly`: for looking and measuring only. */
function Harness() {
  const [rows, setRows] = useState<readonly TimelineRow[]>(plan.rows);
  const tell =
    (name: string) =>
    (...values: unknown[]) => {
      window.told.push([name, ...values]);
    };
  const set = (id: string, change: Partial<TimelineRow>) =>
    setRows((was) => was.map((row) => (row.id === id ? { ...row, ...change } : row)));
  const moved: MovedRow[] = asked.has("moved")
    ? ["t16", "t18", "t24"].flatMap((id) => {
        const row = rows.find((one) => one.id === id);
        if (row?.start == null || row.finish == null) return [];
        return [{ id, wasStart: row.start - 4 * DAY, wasFinish: row.finish - 4 * DAY }];
      })
    : [];
  return (
    <GanttChart
      rows={rows}
      links={plan.links}
      label="Atlas"
      locale={asked.get("locale") ?? "en-GB"}
      palette={asked.get("theme") === "dark" ? darkPalette : lightPalette}
      today={minuteOf("2026-03-19T11:00")}
      deadline={count > 0 ? null : minuteOf("2026-06-26T17:00")}
      zoom={(asked.get("zoom") as Zoom | null) ?? "month"}
      layers={{ baseline: asked.has("baseline") }}
      moved={moved}
      onDismissMoved={tell("dismiss")}
      readOnly={asked.has("readonly")}
      view={asked.get("view") === "table" ? "table" : "chart"}
      onMove={(id, span) => {
        tell("move")(id, span);
        set(id, span);
      }}
      onResize={(id, span, end) => {
        tell("resize")(id, span, end);
        set(id, span);
      }}
      onProgress={(id, percentComplete) => {
        tell("progress")(id, percentComplete);
        set(id, { percentComplete });
      }}
      onEdit={(id, edit) => {
        tell("edit")(id, edit);
        if (edit.field !== "predecessors") set(id, { [edit.field]: edit.value });
      }}
      onLink={tell("link")}
      onAdd={(after, parentId) => {
        tell("add")(after, parentId);
        setRows((was) => {
          const at = was.findIndex((row) => row.id === after);
          const model = was[at];
          if (!model) return was;
          const fresh = { ...model, id: `n${was.length}`, title: "", kind: "task" as const };
          return [...was.slice(0, at + 1), fresh, ...was.slice(at + 1)];
        });
      }}
      onIndent={tell("indent")}
      onOutdent={tell("outdent")}
      onReorder={tell("reorder")}
      onRemove={tell("remove")}
      onOpen={tell("open")}
      onSelect={tell("select")}
      onZoom={tell("zoom")}
    />
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Harness />);
