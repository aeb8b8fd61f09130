import { Autocomplete, Group, NumberInput, Select, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LEVELS, resourcesQuery } from "@/features/delivery/resources/resources";
import { today } from "@/features/delivery/today";
import { DateField } from "@/ui/DateField";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { freeQuery } from "./load";
import { spanFrom } from "./periods";
import { SoftSwitch } from "./SoftSwitch";
import type { ResourcesView } from "./view";

interface Props {
  view: ResourcesView;
  onView: (change: Partial<ResourcesView>) => void;
}

/** Who is free with this skill when. */
export function FreeView({ view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { soft = false } = view;
  const { data: everybody = [] } = useQuery(resourcesQuery());
  const [span, setSpan] = useState(() => {
    const { first } = spanFrom(today(), "week");
    return { first, last: spanFrom(first, "day").last };
  });
  const [skill, setSkill] = useState("");
  const [level, setLevel] = useState(1);
  const [hours, setHours] = useState<number | string>(40);
  const skills = [...new Set(everybody.flatMap((one) => one.skills))].sort();
  const asked = span.last >= span.first;
  const { data, error } = useQuery({
    ...freeQuery(span, { skill, level, hours: Number(hours) || 0, soft }),
    enabled: asked,
  });
  return (
    <>
      <Group gap="sm" align="flex-end" mb="md">
        <Autocomplete
          label={t("free.skill")}
          placeholder={t("free.anySkill")}
          data={skills}
          value={skill}
          onChange={setSkill}
        />
        <Select
          label={t("free.level")}
          allowDeselect={false}
          w={160}
          data={LEVELS.map((each) => ({
            value: String(each),
            label: t(`resource.levels.${each}`),
          }))}
          value={String(level)}
          onChange={(next) => next && setLevel(Number(next))}
        />
        <DateField
          label={t("resource.first")}
          required
          value={span.first}
          onChange={(first) => first && setSpan({ ...span, first })}
        />
        <DateField
          label={t("resource.last")}
          required
          value={span.last}
          onChange={(last) => last && setSpan({ ...span, last })}
        />
        <NumberInput
          label={t("free.hours")}
          min={0}
          max={100_000}
          w={120}
          value={hours}
          onChange={setHours}
        />
        <SoftSwitch soft={soft} onView={onView} />
      </Group>
      <ProblemNote fault={error} />
      {!data && !error && <LoadingState rows={3} />}
      {data?.length === 0 && <Text size="sm">{t("free.nobody")}</Text>}
      {data && data.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("load.who")}</Table.Th>
                <Table.Th>{t("resource.skills")}</Table.Th>
                <Table.Th ta="right">{t("free.free")}</Table.Th>
                <Table.Th ta="right">{t("free.capacity")}</Table.Th>
                <Table.Th>{t("free.enough")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((one) => (
                <Table.Tr key={one.resource.id}>
                  <Table.Td>
                    <PeekLink
                      kind="resource"
                      id={one.resource.id}
                      objectKey={one.resource.key}
                      fz="sm"
                    >
                      {one.resource.title}
                    </PeekLink>
                    <Text size="xs" c="dimmed">
                      {one.role?.title}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {one.skills.map(({ name, level: at }) => `${name} ${at}`).join(", ")}
                  </Table.Td>
                  <Table.Td ta="right">{figures.number(one.free)} h</Table.Td>
                  <Table.Td ta="right">{figures.number(one.capacity)} h</Table.Td>
                  <Table.Td>{t(one.enough ? "free.yes" : "free.no")}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
