import type { CreateProps } from "@/ui/shell/registry";
import { CreateEntry } from "./CreateEntry";

export default function CreateIssue(props: CreateProps) {
  return <CreateEntry kind="issue" {...props} />;
}
