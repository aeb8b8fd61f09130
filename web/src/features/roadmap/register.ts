import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "initiative",
  lazy(() => import("./InitiativePeek")),
);
registerPage(
  "initiative",
  lazy(() => import("./InitiativePage")),
);
registerCreate({ kind: "initiative", order: 50, Form: lazy(() => import("./CreateInitiative")) });
registerPart(
  "section",
  "initiative",
  lazy(() => import("./responsibilities/InitiativeResponsibilities")),
);
registerPeek(
  "milestone",
  lazy(() => import("./MilestonePeek")),
);
registerPeek(
  "promise",
  lazy(() => import("./PromisePeek")),
);
registerPeek(
  "lane",
  lazy(() => import("./LanePeek")),
);
registerPeek(
  "outcome_review",
  lazy(() => import("./ReviewPeek")),
);
registerPeek(
  "launch",
  lazy(() => import("./LaunchPeek")),
);
registerPeek(
  "launch_step",
  lazy(() => import("./LaunchStepPeek")),
);
registerPeek(
  "launch_template",
  lazy(() => import("./LaunchTemplatePeek")),
);
registerPage(
  "launch",
  lazy(() => import("./LaunchPage")),
);
registerCreate({ kind: "milestone", order: 55, Form: lazy(() => import("./CreateMilestone")) });
registerCreate({ kind: "promise", order: 56, Form: lazy(() => import("./CreatePromise")) });
registerCreate({ kind: "launch", order: 57, Form: lazy(() => import("./CreateLaunch")) });
