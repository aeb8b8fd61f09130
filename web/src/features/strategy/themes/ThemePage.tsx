import type { PeekProps } from "@/ui/shell/registry";
import { ThemeView } from "./ThemeView";

export default function ThemePage({ id }: PeekProps) {
  return <ThemeView id={id} place="page" />;
}
