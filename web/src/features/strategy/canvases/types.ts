import type { Schemas, Shown } from "@/api/shown";

export type Canvas = Shown<Schemas["CanvasOut"]>;
export type CanvasVersion = Schemas["CanvasVersionOut"];
export type Stated = Schemas["StatedOut"];
export type Statement = Shown<Schemas["StatementOut"]>;
export type Standing = Stated["standing"];
export type Nature = Stated["nature"];
export type Template = Canvas["template"];

export const TEMPLATES: readonly Template[] = [
  "lean_canvas",
  "business_model",
  "value_proposition",
  "positioning",
  "swot",
];

/** What is wrong with a statement, the worst first. */
export const WEAK: readonly Standing[] = ["contradicted", "contested", "unsupported"];
