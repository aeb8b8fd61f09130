import { Group, SegmentedControl, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { matrixQuery } from "../queries";
import { LEVELS, matrixOf, type Standing } from "./cells";
import classes from "./RiskMatrix.module.css";

interface Props {
  projectId: string | undefined;
  productId: string | undefined;
  /** Show the risks of one cell: its levels, and of which standing they are. */
  onCell: (probability: number, impact: number, standing: Standing) => void;
}

/** Five levels of probability by five of impact, with how many open risks stand in each. */
export function RiskMatrix({ projectId, productId, onCell }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [standing, setStanding] = useState<Standing>("inherent");
  const { data } = useQuery(matrixQuery(projectId, productId));
  if (!data || data.risks.length === 0) return null;
  const unplaced = data.risks.filter((risk) => risk.impact_level === null).length;
  return (
    <section className={classes.frame} aria-label={t("raid.matrix")}>
      <table className={classes.matrix}>
        <caption className={classes.hidden}>{t("raid.matrix")}</caption>
        <tbody>
          {matrixOf(data.risks, standing).map((line) => (
            <tr key={line[0]?.probability}>
              <th scope="row">{t(`raid.level.${String(line[0]?.probability) as "1"}`)}</th>
              {line.map(({ probability, impact, zone, risks }) => (
                <td key={impact} data-zone={zone}>
                  <button
                    type="button"
                    className={classes.cell}
                    disabled={risks.length === 0}
                    title={risks.map(({ key, title }) => `${key} ${title}`).join("\n")}
                    aria-label={t("raid.cell", {
                      count: risks.length,
                      probability: t(`raid.level.${String(probability) as "1"}`),
                      impact: t(`raid.impact.${String(impact) as "1"}`),
                    })}
                    onClick={() => onCell(probability, impact, standing)}
                  >
                    {risks.length > 0 && figures.number(risks.length)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className={classes.axes}>{t("raid.axes")}</td>
            {LEVELS.map((impact) => (
              <th key={impact} scope="col">
                {t(`raid.impact.${String(impact) as "1"}`)}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <div className={classes.beside}>
        <SegmentedControl
          size="xs"
          aria-label={t("raid.standing")}
          value={standing}
          onChange={(next) => setStanding(next === "residual" ? "residual" : "inherent")}
          data={[
            { value: "inherent", label: t("raid.inherent") },
            { value: "residual", label: t("raid.residual") },
          ]}
        />
        <Text size="sm">{t("raid.open", { count: data.risks.length })}</Text>
        <Group gap="4px 16px">
          <Text size="sm" c="dimmed">
            {t("raid.expectedDays", { days: figures.number(data.expected_days) })}
          </Text>
          {data.expected_cost > 0 && (
            <Text size="sm" c="dimmed">
              {t("raid.expectedCost", { cost: figures.number(data.expected_cost) })}
            </Text>
          )}
        </Group>
        {unplaced > 0 && (
          <Text size="sm" c="dimmed">
            {t("raid.unplaced", { count: unplaced })}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t("raid.how")}
        </Text>
      </div>
    </section>
  );
}
