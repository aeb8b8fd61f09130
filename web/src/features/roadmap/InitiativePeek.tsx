import type { PeekProps } from "@/ui/shell/registry";
import { InitiativeSheet } from "./InitiativeSheet";

export default function InitiativePeek({ id }: PeekProps) {
  return <InitiativeSheet id={id} place="peek" />;
}
