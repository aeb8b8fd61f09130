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

registerCreate({ kind: "objective", order: 40, Form: lazy(() => import("./CreateObjective")) });
