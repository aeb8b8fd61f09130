import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { forecastQuery } from "@/features/scheduling/plan";
import { PeekLink } from "@/ui/PeekLink";
import type { PartProps } from "@/ui/shell/parts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";

/** What the open risks cost the finish, in one sentence that leads to them. */
export default function RiskCosts({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { data: forecast } = useQuery(forecastQuery(id));
  const risks = forecast?.risks;
  if (!forecast || !risks) return null;
  const worst = risks.each[0];
  const { probability_on_time: chance } = forecast;
  const { probability_without: without } = risks;
  return (
    <Text maw={720}>
      <Anchor
        underline="always"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/$workspace/projects/$id"
            params={{ workspace, id }}
            search={{ view: "register", register: "risk" }}
          />
        )}
      >
        {t("raid.openRisks", { count: risks.each.length })}
      </Anchor>{" "}
      {t("raid.cost", { count: risks.days, days: figures.number(risks.days) })}{" "}
      {chance !== null &&
        without !== null &&
        t("raid.chances", {
          with: figures.percent(chance),
          without: figures.percent(without),
        })}{" "}
      {worst && worst.days > 0 && (
        <>
          {t("raid.worst")}{" "}
          <PeekLink kind="risk" id={worst.id} objectKey={worst.key} underline="always">
            {worst.title}
          </PeekLink>{" "}
          {t("raid.worstDays", { count: worst.days, days: figures.number(worst.days) })}
        </>
      )}
    </Text>
  );
}
