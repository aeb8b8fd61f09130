import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPart(
  "register",
  "project",
  lazy(() => import("./ProjectRegister")),
);
registerPart(
  "forecast",
  "project",
  lazy(() => import("./RiskCosts")),
);

registerPeek(
  "risk",
  lazy(() => import("./risks/RiskPeek")),
);
registerPage(
  "risk",
  lazy(() => import("./risks/RiskPage")),
);
registerCreate({ kind: "risk", order: 120, Form: lazy(() => import("./risks/CreateRisk")) });

registerPeek(
  "issue",
  lazy(() => import("./entries/IssuePeek")),
);
registerCreate({ kind: "issue", order: 121, Form: lazy(() => import("./entries/CreateIssue")) });
registerPeek(
  "project_assumption",
  lazy(() => import("./entries/AssumptionPeek")),
);
registerCreate({
  kind: "project_assumption",
  order: 122,
  Form: lazy(() => import("./entries/CreateAssumption")),
});
registerPeek(
  "outside_dependency",
  lazy(() => import("./entries/DependencyPeek")),
);
registerCreate({
  kind: "outside_dependency",
  order: 123,
  Form: lazy(() => import("./entries/CreateDependency")),
});
registerPeek(
  "decision",
  lazy(() => import("./entries/DecisionPeek")),
);
registerCreate({
  kind: "decision",
  order: 124,
  Form: lazy(() => import("./entries/CreateDecision")),
});
registerPeek(
  "lesson",
  lazy(() => import("./entries/LessonPeek")),
);
registerCreate({ kind: "lesson", order: 125, Form: lazy(() => import("./entries/CreateLesson")) });
