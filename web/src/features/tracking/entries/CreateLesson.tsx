import type { CreateProps } from "@/ui/shell/registry";
import { CreateEntry } from "./CreateEntry";

export default function CreateLesson(props: CreateProps) {
  return <CreateEntry kind="lesson" {...props} />;
}
