import type { PeekProps } from "@/ui/shell/registry";
import { PersonaView } from "./PersonaView";

export default function PersonaPeek({ id }: PeekProps) {
  return <PersonaView id={id} place="peek" />;
}
