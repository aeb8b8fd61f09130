import { lazy } from "react";
import { registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "post",
  lazy(() => import("./members/PostPeek")),
);
registerPage(
  "post",
  lazy(() => import("./members/PostObjectPage")),
);
