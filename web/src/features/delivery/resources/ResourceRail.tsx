import { NumberInput, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { calendarsQuery, type Resource, resourcesQuery, TYPES } from "./resources";

interface Props {
  resource: Resource;
  canEdit: boolean;
  onEdit: (fields: Record<string, unknown>) => void;
}

/** What a resource is, where it belongs and how much of it there is. */
export function ResourceRail({ resource, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: others = [] } = useQuery(resourcesQuery(resource.project?.id));
  const { data: calendars = [] } = useQuery(calendarsQuery(resource.project?.id));
  const of = (type: string) =>
    others.filter((one) => one.type === type && one.id !== resource.id).map(asOption);
  const choice = (
    name: "role" | "team" | "calendar",
    data: { value: string; label: string }[],
    none: string,
  ) => (
    <RailField label={t(`resource.${name}`)}>
      <Select
        size="xs"
        variant="unstyled"
        searchable
        clearable
        readOnly={!canEdit}
        aria-label={t(`resource.${name}`)}
        placeholder={none}
        data={data}
        value={resource[name]?.id ?? null}
        onChange={(id) => onEdit({ [`${name}_id`]: id })}
      />
    </RailField>
  );
  return (
    <Rail>
      <RailField label={t("resource.type")}>
        <Select
          size="xs"
          variant="unstyled"
          allowDeselect={false}
          readOnly={!canEdit}
          aria-label={t("resource.type")}
          data={TYPES.map((type) => ({ value: type, label: t(`resource.types.${type}`) }))}
          value={resource.type}
          onChange={(type) => type && onEdit({ type })}
        />
      </RailField>
      <RailField
        label={<Term meaning={t("resource.capacityMeans")}>{t("resource.capacity")}</Term>}
      >
        <NumberInput
          key={resource.version}
          size="xs"
          variant="unstyled"
          aria-label={t("resource.capacity")}
          readOnly={!canEdit}
          min={0}
          max={1_000_000}
          suffix=" %"
          defaultValue={Math.round(resource.capacity * 100)}
          onBlur={({ currentTarget }) => {
            const units = Number.parseFloat(currentTarget.value) / 100;
            if (canEdit && units >= 0 && units !== resource.capacity) onEdit({ capacity: units });
          }}
        />
      </RailField>
      {resource.type === "person" && choice("role", of("role"), t("resource.noRole"))}
      {resource.type === "person" && choice("team", of("team"), t("resource.noTeam"))}
      {choice(
        "calendar",
        calendars.map(asOption),
        resource.project ? t("resource.projectCalendar") : t("resource.usualCalendar"),
      )}
      {resource.type === "person" && (
        <RailField label={<Term meaning={t("resource.memberMeans")}>{t("resource.member")}</Term>}>
          <PersonSelect
            size="xs"
            variant="unstyled"
            readOnly={!canEdit}
            aria-label={t("resource.member")}
            value={resource.member?.id ?? null}
            onChange={(member_id) => onEdit({ member_id })}
          />
        </RailField>
      )}
      <RailField label={t("resource.home")}>
        {resource.project ? (
          <PeekLink
            kind="project"
            id={resource.project.id}
            objectKey={resource.project.key}
            fz="sm"
          >
            {resource.project.title}
          </PeekLink>
        ) : (
          <Text size="sm">{t("resource.workspace")}</Text>
        )}
      </RailField>
      <RailField label={t("resource.changed")}>
        <Text size="sm">{figures.date(resource.updated_at)}</Text>
      </RailField>
    </Rail>
  );
}

function asOption({ id, title }: { id: string; title: string }) {
  return { value: id, label: title };
}
