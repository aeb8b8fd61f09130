import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";

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
