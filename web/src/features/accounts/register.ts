import { lazy } from "react";
import { registerPart } from "@/ui/shell/parts";

registerPart(
  "action",
  "product",
  lazy(() => import("./RolesOfProduct")),
);
registerPart(
  "action",
  "project",
  lazy(() => import("./RolesOfProject")),
);
