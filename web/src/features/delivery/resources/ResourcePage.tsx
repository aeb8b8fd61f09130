import type { PeekProps } from "@/ui/shell/registry";
import { ResourceSheet } from "./ResourceSheet";

export default function ResourcePage({ id }: PeekProps) {
  return <ResourceSheet id={id} place="page" />;
}
