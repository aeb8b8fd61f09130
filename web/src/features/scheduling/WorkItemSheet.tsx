import { Badge, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/api/types";
import { useUndo } from "@/features/core/activity";
import { OwnFields } from "@/features/core/list/OwnFields";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { TypeMark } from "@/features/core/types/TypeMark";
import { ObjectDeeds } from "@/features/throughline/ObjectDeeds";
import { ObjectTabs } from "@/features/throughline/ObjectTabs";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { ItemChecklist } from "./checklist/ItemChecklist";
import { ItemLinks } from "./ItemLinks";
import { MovedBar } from "./MovedBar";
import { Notes } from "./Notes";
import { ItemPeople } from "./people/ItemPeople";
import { type ItemFields, scenarioItemQuery, workItemQuery } from "./plan";
import { RecoverItem } from "./recovery/RecoverItem";
import { bothOf, usePlanEdits } from "./usePlanEdits";
import { WhyDate } from "./WhyDate";
import { WorkItemRail } from "./WorkItemRail";
import type { DateName } from "./why";

interface Props {
  id: string;
  place: "page" | "peek";
  /** The scenario whose item it is, instead of the plan's. */
  scenarioId?: string;
}

/** One node of a plan: when it happens, how long it takes, what it waits for, and why it exists. */
export function WorkItemSheet({ id, place, scenarioId }: Props) {
  const { t } = useTranslation();
  const [why, setWhy] = useState<DateName | null>(null);
  const { data: item, error } = useQuery(itemQuery(id, scenarioId));
  const type = useItemTypes().byId.get(item?.item_type_id ?? "");
  const undo = useUndo();
  const edits = usePlanEdits(item?.project_id ?? "", scenarioId);
  if (error && !item) return <ErrorState title={error.title} detail={error.detail} />;
  if (!item) return <LoadingState rows={4} />;
  const { project } = item;
  const waiting = edits.isPending ? bothOf(edits.variables).edits : undefined;
  const set = (fields: ItemFields) =>
    edits.mutate([{ op: "set", id, version: item.version, fields }]);
  // What was just typed stands until the server has answered.
  const pending = waiting?.[0]?.op === "set" ? waiting[0].fields : {};
  const shown = { ...item, ...(pending as Partial<typeof item>) };
  const canEdit = item.can.edit === true && item.archived_at === null;
  const canReport = item.can.contribute === true && item.archived_at === null;
  const object: Pick<Item, "kind" | "id"> = { kind: "work_item", id };
  return (
    <ObjectFrame
      eyebrow={
        <>
          {type ? <TypeMark type={type} /> : <KindIcon kind="work_item" />}
          <KeyBadge value={item.key} />
          {!shown.active && (
            <Badge size="sm" variant="light" color="gray" flex="none">
              {t("item.inactive")}
            </Badge>
          )}
          <PeekLink kind="project" id={project.id} objectKey={project.key} fz="sm" c="dimmed">
            {project.title}
          </PeekLink>
          {!scenarioId && <ObjectParts place="action" kind="work_item" id={id} />}
          {!scenarioId && (
            <ObjectDeeds object={{ ...item, kind: "work_item" }} path={null} place={place} />
          )}
        </>
      }
      title={
        <InlineTitle value={shown.title} canEdit={canEdit} onSave={(title) => set({ title })} />
      }
      rail={
        <>
          <WorkItemRail
            item={shown}
            canEdit={canEdit}
            canReport={canReport}
            onEdit={set}
            onWhy={scenarioId ? undefined : setWhy}
          />
          {!scenarioId && canEdit && <RecoverItem item={shown} />}
          {!scenarioId && <OwnFields object={item} />}
        </>
      }
    >
      {scenarioId && (
        <Text size="sm" c="dimmed" mb="sm">
          {t("scenario.itemIn")}
        </Text>
      )}
      <ProblemNote fault={edits.error} />
      {place === "page" && edits.data && edits.data.moved.length > 0 && (
        <MovedBar
          edited={edits.data}
          edits={bothOf(edits.variables ?? []).edits}
          onUndo={(changeId) => undo.mutate(changeId, { onSuccess: edits.reset })}
          onDismiss={edits.reset}
        />
      )}
      {why && item.schedule && (
        <WhyDate
          item={item}
          date={why}
          canEdit={canEdit}
          onDate={setWhy}
          onEdits={(made) => edits.mutate(made)}
          onClose={() => setWhy(null)}
        />
      )}
      <Notes value={shown.notes} canEdit={canEdit} onSave={(notes) => set({ notes })} />
      {!scenarioId && (
        <ItemChecklist
          item={shown}
          canPlan={canEdit}
          canWrite={canReport}
          onSet={set}
          onEdit={(edit) => edits.mutate([edit])}
        />
      )}
      <ItemLinks item={item} canEdit={canEdit} onEdit={(edit) => edits.mutate([edit])} />
      <ItemPeople item={item} canEdit={canEdit} onEdit={(edit) => edits.mutate([edit])} />
      {!scenarioId && <ObjectParts place="section" kind="work_item" id={id} />}
      {!scenarioId && <ObjectTabs object={object} place={place} />}
    </ObjectFrame>
  );
}

const itemQuery = (id: string, scenarioId: string | undefined) =>
  scenarioId ? scenarioItemQuery(scenarioId, id) : workItemQuery(id);
