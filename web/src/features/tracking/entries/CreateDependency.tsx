import type { CreateProps } from "@/ui/shell/registry";
import { CreateEntry } from "./CreateEntry";

export default function CreateDependency(props: CreateProps) {
  return <CreateEntry kind="outside_dependency" {...props} />;
}
