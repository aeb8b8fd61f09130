import type { PeekProps } from "@/ui/shell/registry";
import { ResourceSheet } from "./ResourceSheet";

export default function ResourcePeek({ id }: PeekProps) {
  return <ResourceSheet id={id} place="peek" />;
}
