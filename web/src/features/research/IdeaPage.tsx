import type { PeekProps } from "@/ui/shell/registry";
import { IdeaView } from "./IdeaView";

export default function IdeaPage({ id }: PeekProps) {
  return <IdeaView id={id} place="page" />;
}
