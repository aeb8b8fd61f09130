import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { risksQuery } from "../queries";
import type { Risk } from "../types";
import { RiskDetails } from "./RiskDetails";
import { RiskRow } from "./RiskRow";
import classes from "./Risks.module.css";

interface Props {
  ideaId: string;
  canEdit: boolean;
}

/** The four risks of an idea in one panel: how sure, what for and against, what to test next. */
export function RiskPanel({ ideaId, canEdit }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Risk | null>(null);
  const { data, error } = useQuery(risksQuery(ideaId));
  if (error) return <ProblemNote fault={error} />;
  if (!data) return <LoadingState rows={4} />;
  return (
    <section className={classes.panel} aria-label={t("risk.title")}>
      <div className={classes.head}>
        <Text component="h2" size="sm" fw={600}>
          {t("risk.title")}
        </Text>
        <Text size="xs" c="dimmed">
          {t("risk.lead")}
        </Text>
      </div>
      {data.risks.map((read) => (
        <div key={read.risk} className={classes.risk}>
          <RiskRow
            read={read}
            isFirst={read.risk === data.riskiest}
            isOpen={open === read.risk}
            onToggle={() => setOpen(open === read.risk ? null : read.risk)}
          />
          {open === read.risk && <RiskDetails ideaId={ideaId} read={read} canEdit={canEdit} />}
        </div>
      ))}
    </section>
  );
}
