import { lazy } from "react";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "objective",
  lazy(() => import("./ObjectivePeek")),
);
registerPeek(
  "key_result",
  lazy(() => import("./KeyResultPeek")),
);
registerPeek(
  "vision",
  lazy(() => import("./VisionPeek")),
);

registerPage(
  "objective",
  lazy(() => import("./ObjectivePage")),
);
registerPage(
  "key_result",
  lazy(() => import("./KeyResultPage")),
);
registerPage(
  "vision",
  lazy(() => import("./VisionPage")),
);

registerPeek(
  "stakeholder",
  lazy(() => import("./stakeholders/StakeholderPeek")),
);
registerPage(
  "stakeholder",
  lazy(() => import("./stakeholders/StakeholderPage")),
);
registerPeek(
  "scorecard",
  lazy(() => import("./prioritise/ScorecardPeek")),
);

registerPeek(
  "canvas",
  lazy(() => import("./canvases/CanvasPeek")),
);
registerPage(
  "canvas",
  lazy(() => import("./canvases/CanvasPage")),
);
registerPeek(
  "statement",
  lazy(() => import("./canvases/StatementPeek")),
);
registerPage(
  "statement",
  lazy(() => import("./canvases/StatementPage")),
);
registerPeek(
  "theme",
  lazy(() => import("./themes/ThemePeek")),
);
registerPage(
  "theme",
  lazy(() => import("./themes/ThemePage")),
);
registerCreate({ kind: "canvas", order: 38, Form: lazy(() => import("./canvases/CreateCanvas")) });
registerCreate({ kind: "theme", order: 39, Form: lazy(() => import("./themes/CreateTheme")) });
registerCreate({ kind: "objective", order: 40, Form: lazy(() => import("./CreateObjective")) });
