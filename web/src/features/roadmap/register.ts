import { lazy } from "react";
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
