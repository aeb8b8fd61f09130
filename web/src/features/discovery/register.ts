import { lazy } from "react";
import { registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "experiment",
  lazy(() => import("./experiments/ExperimentPeek")),
);
registerPage(
  "experiment",
  lazy(() => import("./experiments/ExperimentPage")),
);
registerPeek(
  "assumption",
  lazy(() => import("./risks/AssumptionPeek")),
);
