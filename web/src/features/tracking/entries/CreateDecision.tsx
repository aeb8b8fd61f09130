import type { CreateProps } from "@/ui/shell/registry";
import { CreateEntry } from "./CreateEntry";

export default function CreateDecision(props: CreateProps) {
  return <CreateEntry kind="decision" {...props} />;
}
