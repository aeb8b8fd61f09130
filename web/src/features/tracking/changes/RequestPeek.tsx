import type { PeekProps } from "@/ui/shell/registry";
import { RequestView } from "./RequestView";

export default function RequestPeek({ id }: PeekProps) {
  return <RequestView id={id} place="peek" />;
}
