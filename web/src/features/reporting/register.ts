import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";
import { registerPage, registerPeek } from "@/ui/shell/registry";

registerPart(
  "action",
  "product",
  lazy(() => import("./SeenRoadmap")),
);
registerPart(
  "action",
  "product",
  lazy(() => import("./ExportRoadmap")),
);
registerPart(
  "action",
  "product",
  lazy(() => import("./ShareProduct")),
);
registerPart(
  "action",
  "project",
  lazy(() => import("./ShareProject")),
);
registerPart(
  "section",
  "initiative",
  lazy(() => import("./overseeing/InitiativeUpdates")),
);
registerPart(
  "section",
  "initiative",
  lazy(() => import("./overseeing/InitiativeDelivery")),
);
registerPart(
  "section",
  "stakeholder",
  lazy(() => import("./digests/StakeholderDigest")),
);
registerPart(
  "section",
  "initiative",
  lazy(() => import("./overseeing/InitiativeSeen")),
);
registerPart(
  "status",
  "project",
  lazy(() => import("./status/ProjectStatus")),
);
registerPeek(
  "status_report",
  lazy(() => import("./status/ReportPeek")),
);
registerPage(
  "status_report",
  lazy(() => import("./status/ReportPage")),
);
