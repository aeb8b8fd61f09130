import type { PeekProps } from "@/ui/shell/registry";
import { ProjectSheet } from "./ProjectSheet";

export default function ProjectPage({ id }: PeekProps) {
  return <ProjectSheet id={id} place="page" />;
}
