import { lazy } from "react";
import { registerCreate, registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "persona",
  lazy(() => import("./personas/PersonaPeek")),
);
registerPage(
  "persona",
  lazy(() => import("./personas/PersonaPage")),
);
registerPeek(
  "job_to_be_done",
  lazy(() => import("./jobs/JobPeek")),
);
registerPage(
  "job_to_be_done",
  lazy(() => import("./jobs/JobPage")),
);
registerPeek(
  "competitor",
  lazy(() => import("./competitors/CompetitorPeek")),
);
registerPage(
  "competitor",
  lazy(() => import("./competitors/CompetitorPage")),
);
registerPeek(
  "criterion",
  lazy(() => import("./competitors/CriterionPeek")),
);

registerCreate({
  kind: "persona",
  order: 50,
  Form: lazy(() => import("./personas/CreatePersona")),
});
registerCreate({ kind: "job_to_be_done", order: 52, Form: lazy(() => import("./jobs/CreateJob")) });
registerCreate({
  kind: "competitor",
  order: 54,
  Form: lazy(() => import("./competitors/CreateCompetitor")),
});
