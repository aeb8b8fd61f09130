import { Select, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { placeBelow } from "../outline";
import { PreviewModal } from "../outline/PreviewModal";
import { usePreview } from "../outline/usePreview";
import { type Edit, type Plan, projectCalendar } from "../plan";
import { LeftOut } from "./LeftOut";
import { MadeItems } from "./MadeItems";
import { RoleFields } from "./RoleFields";
import { type People, proposed, templatesQuery } from "./templates";
import { endOf, type When, WhenFields } from "./WhenFields";

interface Props {
  plan: Plan;
  /** The row after which it goes. */
  rowId: string | null;
  onClose: () => void;
}

/** Lays a template into the plan, after showing what it makes and moves. */
export function InsertModal({ plan, rowId, onClose }: Props) {
  const { t } = useTranslation();
  const { data: templates = [] } = useQuery(templatesQuery);
  const [id, setId] = useState<string | null>(null);
  const [people, setPeople] = useState<People>({});
  const [when, setWhen] = useState<When>({ end: "start", day: null });
  const [settled] = useDebouncedValue(when, 250);
  const template = templates.find((one) => one.id === id);
  const place = placeBelow(plan.items, rowId);
  const edits: Edit[] = template
    ? [
        {
          op: "insert",
          template_id: template.id,
          parent_id: place.parentId,
          after_id: place.afterId,
          people,
          ...endOf(settled, projectCalendar(plan)),
        },
      ]
    : [];
  const { data } = usePreview(plan, edits);
  const made = template && data ? data.items : [];
  return (
    <PreviewModal
      plan={plan}
      title={t("template.insert")}
      verb={t("template.insertVerb")}
      said={t("template.inserted", { name: template?.title ?? "" })}
      edits={edits}
      isHeld={settled !== when}
      wide
      onClose={onClose}
    >
      <Select
        label={t("kind.plan_template")}
        placeholder={t("template.pick")}
        nothingFoundMessage={t("template.none")}
        searchable
        required
        data={templates.map(({ id: value, title }) => ({ value, label: title }))}
        value={id}
        onChange={(next) => {
          setId(next);
          setPeople(proposed(templates.find((one) => one.id === next)?.roles ?? []));
        }}
        data-autofocus
      />
      {template && (
        <>
          {template.note && (
            <Text size="sm" c="dimmed">
              {template.note}
            </Text>
          )}
          <WhenFields value={when} onChange={setWhen} />
          <RoleFields
            roles={template.roles}
            people={people}
            projectId={plan.project.id}
            onChange={setPeople}
          />
        </>
      )}
      {template && data && <LeftOut said={t("template.notTaken")} left={data.left_out} />}
      {made.length > 0 && <MadeItems items={made} />}
    </PreviewModal>
  );
}
