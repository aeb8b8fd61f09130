import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "project",
  lazy(() => import("./ProjectPeek")),
);
registerPage(
  "project",
  lazy(() => import("./ProjectPage")),
);
registerPeek(
  "charter",
  lazy(() => import("./CharterPeek")),
);
registerPeek(
  "charter_amendment",
  lazy(() => import("./amendments/AmendmentPeek")),
);
registerPeek(
  "resource",
  lazy(() => import("./resources/ResourcePeek")),
);
registerPage(
  "resource",
  lazy(() => import("./resources/ResourcePage")),
);
registerPeek(
  "calendar",
  lazy(() => import("./resources/CalendarPeek")),
);
registerPage(
  "calendar",
  lazy(() => import("./resources/CalendarPage")),
);
registerCreate({
  kind: "calendar",
  order: 111,
  Form: lazy(() => import("./resources/CreateCalendar")),
});
registerCreate({
  kind: "resource",
  order: 110,
  Form: lazy(() => import("./resources/CreateResource")),
});
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
registerPart(
  "details",
  "project",
  lazy(() => import("./ProjectDetails")),
);
registerPart(
  "action",
  "project",
  lazy(() => import("./ProjectMenu")),
);
registerCreate({ kind: "project", order: 100, Form: lazy(() => import("./CreateProject")) });
