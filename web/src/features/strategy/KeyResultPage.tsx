import type { PeekProps } from "@/ui/shell/registry";
import { KeyResultView } from "./KeyResultView";

export default function KeyResultPage({ id }: PeekProps) {
  return <KeyResultView id={id} place="page" />;
}
