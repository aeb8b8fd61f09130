import { lazy } from "react";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "insight",
  lazy(() => import("./InsightPeek")),
);
registerPeek(
  "opportunity",
  lazy(() => import("./OpportunityPeek")),
);
registerPeek(
  "idea",
  lazy(() => import("./IdeaPeek")),
);
registerPeek(
  "customer",
  lazy(() => import("./CustomerPeek")),
);

registerPage(
  "insight",
  lazy(() => import("./InsightPage")),
);
registerPage(
  "opportunity",
  lazy(() => import("./OpportunityPage")),
);
registerPage(
  "idea",
  lazy(() => import("./IdeaPage")),
);
registerPage(
  "customer",
  lazy(() => import("./CustomerPage")),
);

registerCreate({ kind: "insight", order: 10, Form: lazy(() => import("./CreateInsight")) });
registerCreate({ kind: "opportunity", order: 20, Form: lazy(() => import("./CreateOpportunity")) });
registerCreate({ kind: "idea", order: 30, Form: lazy(() => import("./CreateIdea")) });
registerCreate({ kind: "customer", order: 40, Form: lazy(() => import("./CreateCustomer")) });
