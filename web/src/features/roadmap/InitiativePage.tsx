import type { PeekProps } from "@/ui/shell/registry";
import { InitiativeSheet } from "./InitiativeSheet";

export default function InitiativePage({ id }: PeekProps) {
  return <InitiativeSheet id={id} place="page" />;
}
