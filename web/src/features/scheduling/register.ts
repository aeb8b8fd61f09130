import { lazy } from "react";
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
  "scenario",
  lazy(() => import("./scenarios/ScenarioPeek")),
);
registerPage(
  "work_item",
  lazy(() => import("./WorkItemPage")),
);
