import type { PeekProps } from "@/ui/shell/registry";
import { ProjectSheet } from "./ProjectSheet";

export default function ProjectPeek({ id }: PeekProps) {
  return <ProjectSheet id={id} place="peek" />;
}
