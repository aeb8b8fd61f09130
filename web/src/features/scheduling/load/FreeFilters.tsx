import { Autocomplete, Group, NumberInput, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LEVELS, resourcesQuery } from "@/features/delivery/resources/resources";
import { DateField } from "@/ui/DateField";
import { ExportCsv } from "./ExportCsv";
import { PickOne } from "./PickOne";
import { STEPS } from "./periods";
import { SoftSwitch } from "./SoftSwitch";
import type { ResourcesView } from "./view";

interface Props {
  view: ResourcesView & Required<Pick<ResourcesView, "by" | "first" | "until" | "hours">>;
  onView: (change: Partial<ResourcesView>) => void;
  onExport: (() => void) | undefined;
}

/** Which skills at which levels, role and team are wanted, for how many hours between which days. */
export function FreeFilters({ view, onView, onExport }: Props) {
  const { t } = useTranslation();
  const { data: everybody = [] } = useQuery(resourcesQuery());
  const skills = [...new Set(everybody.flatMap((one) => one.skills))].sort();
  const of = (type: string) => everybody.filter((one) => one.type === type);
  const skill = (name: "skill" | "also", level: "level" | "alsoLevel") => (
    <Group gap={4} align="flex-end" wrap="nowrap">
      <Autocomplete
        size="xs"
        w={150}
        label={t(`free.${name}`)}
        placeholder={t("free.anySkill")}
        maxLength={60}
        data={skills}
        value={view[name] ?? ""}
        onChange={(next) => onView({ [name]: next || undefined })}
      />
      {view[name] && (
        <Select
          size="xs"
          w={120}
          label={t("free.level")}
          aria-label={t("free.levelOf", { skill: view[name] })}
          allowDeselect={false}
          data={LEVELS.map((each) => ({
            value: String(each),
            label: t(`resource.levels.${each}`),
          }))}
          value={String(view[level] ?? 1)}
          onChange={(next) => onView({ [level]: Number(next) })}
        />
      )}
    </Group>
  );
  return (
    <Group gap="sm" mb="md" align="flex-end">
      {skill("skill", "level")}
      {(view.skill || view.also) && skill("also", "alsoLevel")}
      <PickOne name="role" rows={of("role")} view={view} onView={onView} labelled />
      <PickOne name="team" rows={of("team")} view={view} onView={onView} labelled />
      <NumberInput
        size="xs"
        w={100}
        label={t("free.hours")}
        min={0}
        max={100_000}
        value={view.hours}
        onChange={(next) => typeof next === "number" && onView({ hours: next })}
      />
      <DateField
        size="xs"
        label={t("resource.first")}
        required
        value={view.first}
        onChange={(first) => first && onView({ first })}
      />
      <DateField
        size="xs"
        label={t("resource.last")}
        required
        value={view.until}
        error={view.until < view.first ? t("resource.lastBeforeFirst") : undefined}
        onChange={(until) => until && onView({ until })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t("load.step")}
        value={view.by}
        onChange={(next) => onView({ by: STEPS.find((each) => each === next) })}
        data={STEPS.map((each) => ({ value: each, label: t(`load.by.${each}`) }))}
      />
      <SoftSwitch soft={view.soft ?? false} onView={onView} />
      {onExport && <ExportCsv onExport={onExport} />}
    </Group>
  );
}
