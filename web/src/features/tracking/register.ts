import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";
import { ENTRIES } from "./types";

registerPart(
  "board",
  "project",
  lazy(() => import("./board/WorkBoard")),
);
registerPart(
  "storymap",
  "project",
  lazy(() => import("./storymap/StoryMap")),
);
registerPart(
  "iterations",
  "project",
  lazy(() => import("./iterations/Iterations")),
);
registerPart(
  "flow",
  "project",
  lazy(() => import("./flow/FlowPanel")),
);
registerPart(
  "budget",
  "project",
  lazy(() => import("./budgets/BudgetPanel")),
);
registerPart(
  "register",
  "project",
  lazy(() => import("./ProjectRegister")),
);
registerPart(
  "requests",
  "project",
  lazy(() => import("./changes/ProjectRequests")),
);
registerPart(
  "gates",
  "project",
  lazy(() => import("./gates/ProjectGates")),
);
registerPart(
  "action",
  "work_item",
  lazy(() => import("./timesheets/ItemTimer")),
);
registerPart(
  "section",
  "work_item",
  lazy(() => import("./raci/ItemCircle")),
);
registerPart(
  "section",
  "work_item",
  lazy(() => import("./forecasts/GuardOfItem")),
);
registerPart(
  "raci",
  "project",
  lazy(() => import("./raci/ProjectRaci")),
);
registerPart(
  "marks",
  "project",
  lazy(() => import("./gates/GateMarks")),
);
registerPart(
  "forecast",
  "project",
  lazy(() => import("./RiskCosts")),
);
registerPart(
  "past",
  "project",
  lazy(() => import("./forecasts/ForecastPast")),
);

registerPeek(
  "timesheet",
  lazy(() => import("./timesheets/SheetPeek")),
);
registerPeek(
  "time_entry",
  lazy(() => import("./timesheets/EntryPeek")),
);
registerPeek(
  "budget_line",
  lazy(() => import("./budgets/BudgetLinePeek")),
);
registerPeek(
  "cost_line",
  lazy(() => import("./budgets/CostLinePeek")),
);
registerCreate({
  kind: "budget_line",
  order: 140,
  Form: lazy(() => import("./budgets/CreateBudgetLine")),
});
registerCreate({
  kind: "cost_line",
  order: 141,
  Form: lazy(() => import("./budgets/CreateCostLine")),
});

registerPeek(
  "risk",
  lazy(() => import("./risks/RiskPeek")),
);
registerPage(
  "risk",
  lazy(() => import("./risks/RiskPage")),
);
registerCreate({ kind: "risk", order: 120, Form: lazy(() => import("./risks/CreateRisk")) });

registerPart(
  "trend",
  "project",
  lazy(() => import("./trend/MilestoneTrend")),
);
registerPeek(
  "gate",
  lazy(() => import("./gates/GatePeek")),
);
registerPage(
  "gate",
  lazy(() => import("./gates/GatePage")),
);

registerPeek(
  "change_request",
  lazy(() => import("./changes/RequestPeek")),
);
registerPage(
  "change_request",
  lazy(() => import("./changes/RequestPage")),
);
registerCreate({
  kind: "change_request",
  order: 130,
  Form: lazy(() => import("./changes/CreateRequest")),
});

for (const [place, kind] of ENTRIES.entries()) {
  registerPeek(
    kind,
    lazy(async () => ({ default: (await import("./entries/views")).viewOf(kind, "peek") })),
  );
  registerPage(
    kind,
    lazy(async () => ({ default: (await import("./entries/views")).viewOf(kind, "page") })),
  );
  registerCreate({
    kind,
    order: 121 + place,
    Form: lazy(async () => ({ default: (await import("./entries/views")).formOf(kind) })),
  });
}
