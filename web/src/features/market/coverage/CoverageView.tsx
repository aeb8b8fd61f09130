import { Drawer, Group, Select, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { ExportLinks } from "@/features/core/list/ExportLinks";
import { type OnView, WINDOWS } from "@/features/research/discover";
import { Add } from "@/features/research/Teach";
import { EmptyState } from "@/ui/EmptyState";
import { iconOf } from "@/ui/kinds";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { coverageQuery } from "../queries";
import classes from "./Coverage.module.css";
import { CoverageMatrix } from "./CoverageMatrix";
import { EvidencePane } from "./EvidencePane";
import { GapList } from "./GapList";
import { PlanInterview } from "./PlanInterview";

interface Props {
  productId: string;
  days: number;
  /** The open cell: the ids of its persona and its opportunity. */
  cell: string | undefined;
  onView: OnView;
}

export interface Pair {
  persona: ObjectRef;
  opportunity: ObjectRef;
}

/** Of whom nothing was heard about what: the gaps first, then everything, and behind every cell its evidence. */
export function CoverageView({ productId, days, cell, onView }: Props) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(max-width: 62em)") ?? false;
  const { data, error } = useQuery(coverageQuery(productId, days));
  const [planning, setPlanning] = useState<Pair>();
  if (error && !data) return <ProblemNote fault={error} />;
  if (!data) return <LoadingState rows={6} />;
  if (data.personas.length === 0 || data.opportunities.length === 0) {
    const lacking = data.personas.length === 0 ? "persona" : "opportunity";
    return (
      <EmptyState
        icon={iconOf(lacking)}
        sentence={t(`coverage.no.${lacking}`)}
        action={data.can.plan && <Add kind={lacking} />}
      />
    );
  }
  const [personaId, opportunityId] = cell?.split(".") ?? [];
  const persona = data.personas.find(({ id }) => id === personaId);
  const opportunity = data.opportunities.find(({ id }) => id === opportunityId);
  const open = persona && opportunity && { persona, opportunity };
  const close = () => onView({ cell: undefined });
  const pane = open && (
    <EvidencePane
      productId={productId}
      pair={open}
      canPlan={data.can.plan === true}
      onPlan={() => setPlanning(open)}
      onClose={isPhone ? undefined : close}
    />
  );
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <Text size="sm">{t("coverage.nothingFor")}</Text>
          <Select
            size="xs"
            w={120}
            aria-label={t("coverage.window")}
            allowDeselect={false}
            data={WINDOWS.map((value) => ({
              value: String(value),
              label: t("coverage.days", { count: value }),
            }))}
            value={String(days)}
            onChange={(next) => onView({ days: WINDOWS.find((one) => String(one) === next) })}
          />
        </Group>
        <ExportLinks path={`/products/${productId}/research-coverage/export`} query={{ days }} />
      </Group>
      <GapList coverage={data} onPlan={setPlanning} />
      <div className={classes.sheet}>
        <CoverageMatrix
          coverage={data}
          open={open && cell}
          onOpen={(next) => onView({ cell: next })}
        />
        {!isPhone && pane && (
          <aside className={classes.pane} aria-label={t("coverage.evidence")}>
            {pane}
          </aside>
        )}
      </div>
      <Drawer
        opened={isPhone && Boolean(pane)}
        onClose={close}
        position="bottom"
        title={t("coverage.evidence")}
      >
        {pane}
      </Drawer>
      {planning && (
        <PlanInterview
          productId={productId}
          pair={planning}
          onDone={() => setPlanning(undefined)}
        />
      )}
    </>
  );
}
