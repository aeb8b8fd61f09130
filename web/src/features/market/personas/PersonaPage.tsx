import type { PeekProps } from "@/ui/shell/registry";
import { PersonaView } from "./PersonaView";

export default function PersonaPage({ id }: PeekProps) {
  return <PersonaView id={id} place="page" />;
}
