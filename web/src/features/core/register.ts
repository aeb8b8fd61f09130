import { lazy } from "react";
import { registerCreate, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "product",
  lazy(() => import("./ProductPeek")),
);
registerCreate({
  kind: "product",
  order: 90,
  needs: "administer",
  Form: lazy(() => import("./CreateProduct")),
});
