import type { PeekProps } from "@/ui/shell/registry";
import { LaunchSheet } from "./LaunchSheet";

export default function LaunchPeek({ id }: PeekProps) {
  return <LaunchSheet id={id} place="peek" />;
}
