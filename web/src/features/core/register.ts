import { lazy } from "react";
import { registerCreate } from "@/ui/shell/registry";

registerCreate({
  kind: "product",
  order: 90,
  needs: "administer",
  Form: lazy(() => import("./CreateProduct")),
});
