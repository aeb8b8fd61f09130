import type { CreateProps } from "@/ui/shell/registry";
import { CreateEntry } from "./CreateEntry";

export default function CreateAssumption(props: CreateProps) {
  return <CreateEntry kind="project_assumption" {...props} />;
}
