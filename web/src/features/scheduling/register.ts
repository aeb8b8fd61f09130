import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "work_item",
  lazy(() => import("./WorkItemPeek")),
);
registerPeek(
  "baseline",
  lazy(() => import("./baselines/BaselinePeek")),
);
registerPeek(
  "plan_template",
  lazy(() => import("./templates/TemplatePeek")),
);
registerPeek(
  "scenario",
  lazy(() => import("./scenarios/ScenarioPeek")),
);
registerPage(
  "work_item",
  lazy(() => import("./WorkItemPage")),
);
registerPart(
  "action",
  "project",
  lazy(() => import("./levelling/LevelButton")),
);
registerPart(
  "forecast",
  "project",
  lazy(() => import("./recovery/RecoverButton")),
);
registerPart(
  "people",
  "project",
  lazy(() => import("./people/AssignmentGrid")),
);
