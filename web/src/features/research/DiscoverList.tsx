import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { JOB_CLASSES, JobClassMark } from "@/features/market/jobs/JobScore";
import type { ListItem } from "@/ui/list/types";
import { useFigures } from "@/ui/words/figures";
import { IDEA_STATUSES, SOURCES } from "./discover";
import { IdeaStatusMark } from "./IdeaStatusMark";
import { rounded } from "./ImpactField";
import { SourceIcon } from "./SourceIcon";
import { TAUGHT, type TaughtKind, Teach } from "./Teach";

type ListedKind = TaughtKind | "assumption";

interface Props {
  kind: ListedKind;
  productId: string;
  canAdd: boolean;
}

const COLUMNS = {
  insight: ["title", "state", "source", "customer", "tags", "created_at"],
  opportunity: ["title", "parent", "impact", "created_at"],
  idea: ["title", "status", "owner", "impact", "created_at"],
  assumption: ["title", "idea", "risk", "confidence", "exposure"],
  experiment: ["title", "state", "verdict", "risk", "method", "owner", "ends_on"],
  customer: ["title", "type", "company", "segment", "value", "insights"],
  persona: ["title", "role", "share", "insights", "last_heard"],
  job_to_be_done: [
    "title",
    "situation",
    "type",
    "importance",
    "satisfaction",
    "opportunity_score",
    "job_class",
  ],
  competitor: ["title", "type", "positioning", "pricing", "rated", "mentions"],
};
const CELLS: Record<Props["kind"], Record<string, (item: ListItem) => ReactNode>> = {
  insight: { source: (item) => <SourceCell source={item.fields.source} /> },
  opportunity: { impact: (item) => <ImpactCell impact={item.fields.impact} /> },
  idea: {
    impact: (item) => <ImpactCell impact={item.fields.impact} />,
    status: (item) => <StatusCell status={item.fields.status} />,
  },
  assumption: {},
  experiment: {},
  customer: {},
  persona: {},
  job_to_be_done: { job_class: (item) => <JobClassCell name={item.fields.job_class} /> },
  competitor: {},
};

/** The list of one kind of research, with its own marks. */
export function DiscoverList({ kind, productId, canAdd }: Props) {
  return (
    <ObjectList
      kind={kind}
      productId={productId}
      columns={COLUMNS[kind]}
      cells={CELLS[kind]}
      empty={isTaught(kind) ? <Teach kind={kind} canAdd={canAdd} /> : undefined}
    />
  );
}

function isTaught(kind: Props["kind"]): kind is TaughtKind {
  return TAUGHT.some((known) => known === kind);
}

function JobClassCell({ name }: { name: unknown }) {
  const known = JOB_CLASSES.find((one) => one === name);
  return known && <JobClassMark name={known} />;
}

function SourceCell({ source }: { source: unknown }) {
  const { t } = useTranslation();
  const known = SOURCES.find((one) => one === source);
  return (
    known && (
      <Group gap={6} wrap="nowrap">
        <SourceIcon source={known} />
        {t(`source.${known}`)}
      </Group>
    )
  );
}

function StatusCell({ status }: { status: unknown }) {
  const known = IDEA_STATUSES.find((one) => one === status);
  return known && <IdeaStatusMark status={known} />;
}

function ImpactCell({ impact }: { impact: unknown }) {
  const figures = useFigures();
  return typeof impact === "number" && figures.number(rounded(impact));
}
