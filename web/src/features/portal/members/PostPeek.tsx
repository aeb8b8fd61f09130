import type { PeekProps } from "@/ui/shell/registry";
import { PostSheet } from "./PostSheet";

export default function PostPeek({ id }: PeekProps) {
  return <PostSheet id={id} place="peek" />;
}
