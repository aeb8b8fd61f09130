import { Popover, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import classes from "./ImpactField.module.css";
import { type Impact, impactQuery } from "./queries";

interface Props {
  kind: "opportunity" | "idea";
  id: string;
}

/** How much the evidence weighs; a click tells which insight gives how much, and why. */
export function ImpactField({ kind, id }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: impact } = useQuery(impactQuery(kind, id));
  if (!impact) return null;
  return (
    <RailField label={t("impact.label")}>
      <Popover width={520} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.score}
            aria-label={t("impact.explain", { score: figures.number(rounded(impact.score)) })}
          >
            {figures.number(rounded(impact.score))}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Explanation impact={impact} />
        </Popover.Dropdown>
      </Popover>
    </RailField>
  );
}

function Explanation({ impact }: { impact: Impact }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (impact.parts.length === 0) return <Text size="sm">{t("impact.none")}</Text>;
  return (
    <>
      <Text size="sm" mb="xs">
        {t("impact.how", { days: impact.half_life_days })}
      </Text>
      <div className={classes.parts}>
        <table>
          <thead>
            <tr>
              <th>{t("column.insight")}</th>
              <th>{t("impact.strength")}</th>
              <th>{t("impact.value")}</th>
              <th>{t("impact.freshness")}</th>
              <th>{t("impact.importance")}</th>
              <th>{t("impact.points")}</th>
            </tr>
          </thead>
          <tbody>
            {impact.parts.map(({ insight, customer, evidence, ...factors }) => (
              <tr key={insight.id}>
                <th scope="row">
                  <PeekLink kind="insight" id={insight.id} objectKey={insight.key} fz="sm">
                    {insight.title}
                  </PeekLink>
                  <Text size="xs" c="dimmed">
                    {[customer?.title, t(`evidence.${evidence}`)].filter(Boolean).join(", ")}
                  </Text>
                </th>
                <td>{figures.number(factors.strength)}</td>
                <td>× {figures.number(factors.value_weight)}</td>
                <td>× {figures.percent(factors.freshness)}</td>
                <td>× {figures.number(rounded(factors.importance))}</td>
                <td>{figures.number(rounded(factors.points))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** One digit after the point says all that the weights know. */
export function rounded(score: number): number {
  return Math.round(score * 10) / 10;
}
