import { Text, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Ranked } from "./types";

interface Props {
  ranked: Ranked;
}

/** Kano's class with its two coefficients. */
export function KanoMark({ ranked }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { kano } = ranked;
  if (!kano) {
    return (
      <Text size="xs" c="dimmed">
        {t("kano.unasked")}
      </Text>
    );
  }
  const kind = kano.kind as "must_be";
  const counts = Object.entries(kano.counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${t(`kano.kind.${name as "must_be"}`)} ${count}`)
    .join(" · ");
  return (
    <Tooltip multiline label={`${t(`kano.means.${kind}`)} ${counts}`}>
      <span>
        {t(`kano.kind.${kind}`)}{" "}
        <Text span size="xs" c="dimmed" className="tabular">
          {kano.satisfaction !== null &&
            kano.dissatisfaction !== null &&
            t("kano.coefficients", {
              better: figures.number(kano.satisfaction),
              worse: figures.number(kano.dissatisfaction),
            })}
        </Text>
      </span>
    </Tooltip>
  );
}
