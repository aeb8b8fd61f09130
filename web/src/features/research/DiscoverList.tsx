import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { ListItem } from "@/ui/list/types";
import { IDEA_STATUSES, SOURCES } from "./discover";
import { IdeaStatusMark } from "./IdeaStatusMark";
import { SourceIcon } from "./SourceIcon";
import { Teach } from "./Teach";

interface Props {
  kind: "insight" | "opportunity" | "idea" | "customer";
  productId: string;
  canAdd: boolean;
}

const COLUMNS = {
  insight: ["title", "source", "customer", "tags", "created_at"],
  opportunity: ["title", "parent", "created_at"],
  idea: ["title", "status", "created_at"],
  customer: ["title", "segment", "created_at"],
};
const CELLS: Record<Props["kind"], Record<string, (item: ListItem) => ReactNode>> = {
  insight: { source: (item) => <SourceCell source={item.fields.source} /> },
  opportunity: {},
  idea: { status: (item) => <StatusCell status={item.fields.status} /> },
  customer: {},
};

/** The list of one kind of research, with its own marks. */
export function DiscoverList({ kind, productId, canAdd }: Props) {
  return (
    <ObjectList
      kind={kind}
      productId={productId}
      columns={COLUMNS[kind]}
      cells={CELLS[kind]}
      empty={kind === "customer" ? undefined : <Teach kind={kind} canAdd={canAdd} />}
    />
  );
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
