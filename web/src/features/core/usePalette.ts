import { useComputedColorScheme } from "@mantine/core";
import { darkPalette, lightPalette, type Palette } from "@/timeline/palette";

/** The timeline's colours in the theme of the moment. */
export function usePalette(): Palette {
  return useComputedColorScheme("light") === "dark" ? darkPalette : lightPalette;
}
