import type { PeekProps } from "@/ui/shell/registry";
import { CanvasView } from "./CanvasView";

export default function CanvasPage({ id }: PeekProps) {
  return <CanvasView id={id} place="page" />;
}
