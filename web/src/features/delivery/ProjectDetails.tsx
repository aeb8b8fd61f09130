import type { PartProps } from "@/ui/shell/parts";
import { ProjectSheet } from "./ProjectSheet";

/** A project's own fields, agreement, links and history, as a view of its page. */
export default function ProjectDetails({ id }: PartProps) {
  return <ProjectSheet id={id} place="page" />;
}
