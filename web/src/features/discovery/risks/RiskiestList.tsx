import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { riskiestQuery } from "../queries";
import type { Untested } from "../types";
import { ConfidenceBar } from "./ConfidenceBar";
import classes from "./RiskiestList.module.css";

interface Props {
  productId: string;
}

/** What to test next: over all ideas that are looked into, the riskiest assumption first. */
export function RiskiestList({ productId }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(riskiestQuery(productId));
  if (error) return <ProblemNote fault={error} />;
  if (!data) return <LoadingState rows={6} />;
  if (data.length === 0) return <EmptyState sentence={t("risk.nothing")} />;
  return (
    <section aria-label={t("risk.riskiest")}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("risk.riskiestLead")}
      </Text>
      <ol className={classes.list}>
        {data.map((one, place) => (
          <Row key={`${one.idea.id}:${one.risk}`} one={one} place={place + 1} />
        ))}
      </ol>
    </section>
  );
}

function Row({ one, place }: { one: Untested; place: number }) {
  const { t } = useTranslation();
  const { idea, risk, assumption, experiment } = one;
  return (
    <li className={classes.row}>
      <span className={classes.place}>{place}</span>
      <div className={classes.what}>
        <Text size="sm" truncate>
          {assumption?.title ?? t(`risk.asks.${risk}`)}
        </Text>
        <PeekLink kind="idea" id={idea.id} objectKey={idea.key} fz="xs" c="dimmed" truncate>
          {idea.key} {idea.title}
        </PeekLink>
      </div>
      <Text size="sm" className={classes.risk}>
        {t(`risk.${risk}`)}
      </Text>
      <ConfidenceBar confidence={assumption?.confidence ?? null} />
      <div className={classes.next}>
        {experiment ? (
          <PeekLink
            kind="experiment"
            id={experiment.id}
            objectKey={experiment.key}
            fz="sm"
            truncate
          >
            {experiment.key} {experiment.title}
          </PeekLink>
        ) : (
          <Text size="sm" c="dimmed" truncate>
            {assumption?.next_test || t("risk.noNext")}
          </Text>
        )}
      </div>
    </li>
  );
}
