import type { PeekProps } from "@/ui/shell/registry";
import { LaunchSheet } from "./LaunchSheet";

export default function LaunchPage({ id }: PeekProps) {
  return <LaunchSheet id={id} place="page" />;
}
