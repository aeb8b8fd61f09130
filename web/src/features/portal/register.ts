import { lazy } from "react";
import { registerPage, registerPeek } from "@/ui/shell/registry";

registerPeek(
  "post",
  lazy(() => import("./members/PostPeek")),
);
registerPeek(
  "changelog_entry",
  lazy(() => import("./members/EntryPeek")),
);
registerPage(
  "post",
  lazy(() => import("./members/PostObjectPage")),
);
