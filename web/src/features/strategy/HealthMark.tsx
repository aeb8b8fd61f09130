import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/shown";
import { HealthBadge } from "@/ui/HealthBadge";
import { useFigures } from "@/ui/words/figures";

interface Props {
  health: Schemas["HealthOut"];
}

/** Health, with what decided it on a look. */
export function HealthMark({ health }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { state, reason, expected } = health;
  const time =
    expected === null ? "" : t("objective.timePassed", { share: figures.percent(expected / 100) });
  return (
    <Tooltip multiline label={`${t(`objective.reason.${reason}`)} ${time}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its reason is read by keyboard too */}
      <span tabIndex={0}>
        <HealthBadge health={state} />
      </span>
    </Tooltip>
  );
}
