import { useTranslation } from "react-i18next";
import type { BoardTemplate } from "./types";

/** What a box of a canvas, or of the vision board, is called, and what belongs in it. */
export function useBoxWords(template: BoardTemplate) {
  const { t, i18n } = useTranslation();
  const said = (path: string, box: string) => {
    if (template === "vision_board") return t(`vision.${path}.${box}` as "vision.box.needs");
    // Some boxes mean another thing on another canvas.
    const own = `canvas.${path}.${template}_${box}`;
    return t((i18n.exists(own) ? own : `canvas.${path}.${box}`) as "canvas.box.problem");
  };
  return {
    name: (box: string) => said("box", box),
    meaning: (box: string) => said("means", box),
  };
}
