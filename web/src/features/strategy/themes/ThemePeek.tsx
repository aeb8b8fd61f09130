import type { PeekProps } from "@/ui/shell/registry";
import { ThemeView } from "./ThemeView";

export default function ThemePeek({ id }: PeekProps) {
  return <ThemeView id={id} place="peek" />;
}
