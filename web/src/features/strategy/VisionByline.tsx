import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Vision } from "./types";

interface Props {
  /** A version of the vision, or of a canvas. */
  vision: Pick<Vision, "number" | "created_by" | "created_at" | "note">;
}

/** Who wrote this version, when, and why. */
export function VisionByline({ vision: { number, created_by, created_at, note } }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Text size="sm" c="dimmed" flex="1 1 320px">
      {t("vision.byline", {
        number,
        who: created_by?.name ?? t("activity.someone"),
        date: figures.date(created_at),
      })}
      {note && ` · ${note}`}
    </Text>
  );
}
