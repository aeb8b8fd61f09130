import type { Schemas, Shown } from "@/api/shown";

export type Canvas = Shown<Schemas["CanvasOut"]>;
export type CanvasVersion = Schemas["CanvasVersionOut"];
export type Stated = Schemas["StatedOut"];
export type Statement = Shown<Schemas["StatementOut"]>;
export type Standing = Stated["standing"];
export type Nature = Stated["nature"];
export type Template = Canvas["template"];
/** The templates of canvases, and that of the vision board. */
export type BoardTemplate = Statement["template"];
/** A version of a canvas, or of the vision. */
export type Version = Pick<CanvasVersion, "number" | "boxes" | "created_by">;

/** What versions are written of: a canvas, or the vision of a product. */
export interface Written {
  kind: "canvas" | "vision";
  name: string;
  template: BoardTemplate;
  boxes: readonly string[];
  /** Where its versions stand on the server. */
  path: string;
}

export const TEMPLATES: readonly Template[] = [
  "lean_canvas",
  "business_model",
  "value_proposition",
  "positioning",
  "swot",
];

/** What is wrong with a statement, the worst first. */
export const WEAK: readonly Standing[] = ["contradicted", "contested", "unsupported"];
