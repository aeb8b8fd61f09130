import { ActionIcon, Group, NumberInput, Select, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { resourcesQuery } from "@/features/delivery/resources/resources";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Edit, WorkItem } from "../plan";
import { AssignedWork } from "./AssignedWork";
import { WorkRules } from "./WorkRules";

interface Props {
  item: WorkItem;
  canEdit: boolean;
  onEdit: (edit: Edit) => void;
}

/** Who is on the item, how much of them, and whether that is promised. What follows is told by the type of the task. */
export function ItemPeople({ item, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: everybody = [] } = useQuery({
    ...resourcesQuery(item.project.id),
    enabled: canEdit,
  });
  const taken = new Set(item.assignments.map(({ resource_id }) => resource_id));
  const nameOf = (id: string) => item.resources.find((one) => one.id === id)?.title ?? "";
  const worksHours = (id: string) => item.resources.find((one) => one.id === id)?.kind === "work";
  return (
    <section style={{ marginBottom: 16 }} aria-label={t("item.people")}>
      <Title order={2} fz="sm" mb={4}>
        {t("item.people")}
      </Title>
      {item.assignments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("people.none")}
        </Text>
      )}
      {item.assignments.map((one) => {
        const name = nameOf(one.resource_id);
        return (
          <div key={one.id}>
            <Group gap="sm" wrap="nowrap" mb={4}>
              <PeekLink kind="resource" id={one.resource_id} objectKey="" fz="sm" truncate flex={1}>
                {name}
              </PeekLink>
              {canEdit ? (
                <>
                  <NumberInput
                    key={one.units}
                    size="xs"
                    w={86}
                    min={0}
                    suffix=" %"
                    aria-label={t("people.unitsOf", { name })}
                    defaultValue={Math.round(one.units * 100)}
                    onBlur={({ currentTarget }) => {
                      const units = Number.parseFloat(currentTarget.value) / 100;
                      if (units >= 0 && units !== one.units) {
                        onEdit({ op: "reassign", id: one.id, units });
                      }
                    }}
                  />
                  <Select
                    size="xs"
                    w={110}
                    allowDeselect={false}
                    aria-label={t("people.bookingOf", { name })}
                    data={(["hard", "soft"] as const).map((booking) => ({
                      value: booking,
                      label: t(`people.${booking}`),
                    }))}
                    value={one.booking}
                    onChange={(booking) =>
                      booking &&
                      onEdit({ op: "reassign", id: one.id, booking: booking as "hard" | "soft" })
                    }
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t("people.takeOff", { name })}
                    onClick={() => onEdit({ op: "unassign", id: one.id })}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </>
              ) : (
                <Text size="sm" className="tabular">
                  {figures.percent(one.units)} {one.booking === "soft" && t("people.soft")}
                </Text>
              )}
            </Group>
            {worksHours(one.resource_id) && (
              <AssignedWork
                name={name}
                assignment={one}
                duration={item.duration_minutes}
                canEdit={canEdit}
                onEdit={onEdit}
              />
            )}
          </div>
        );
      })}
      {canEdit && !item.summary && (
        <Select
          key={item.assignments.length}
          size="xs"
          searchable
          aria-label={t("people.assign")}
          placeholder={t("people.assign")}
          data={everybody
            .filter(({ id }) => !taken.has(id))
            .map(({ id, title, type }) => ({
              value: id,
              label: type === "person" ? title : `${title} (${t(`resource.types.${type}`)})`,
            }))}
          value={null}
          onChange={(id) =>
            id &&
            onEdit({ op: "assign", item: item.id, resource_id: id, units: 1, booking: "hard" })
          }
        />
      )}
      {!item.summary && canEdit && item.assignments.length > 0 && (
        <WorkRules item={item} onEdit={onEdit} />
      )}
    </section>
  );
}
