import { lazy } from "react";
import { registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "work_item",
  lazy(() => import("./WorkItemPeek")),
);
registerPage(
  "work_item",
  lazy(() => import("./WorkItemPage")),
);
