import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "project",
  lazy(() => import("./ProjectPeek")),
);
registerPage(
  "project",
  lazy(() => import("./ProjectDetails")),
);
registerPeek(
  "charter",
  lazy(() => import("./CharterPeek")),
);
registerPart(
  "section",
  "initiative",
  lazy(() => import("./CharterSection")),
);
registerPart(
  "section",
  "project",
  lazy(() => import("./ProjectCharters")),
);
registerCreate({ kind: "project", order: 100, Form: lazy(() => import("./CreateProject")) });
