import { Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PlanDay } from "@/features/core/PlanDay";
import { useProduct } from "@/features/core/useProduct";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import type { Project } from "./delivery";
import { forecastQuery } from "./forecast";
import { HoursField } from "./HoursField";
import { CalendarField } from "./resources/CalendarField";
import { useDayHours } from "./resources/useDayHours";

interface Props {
  project: Project;
  onEdit: (fields: Partial<Project>) => void;
}

export function ProjectRail({ project, onEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { products } = useProduct();
  const { data: forecast } = useQuery(forecastQuery(project.id));
  const hours = useDayHours(project.id);
  const canEdit = project.can.edit === true && project.archived_at === null;
  const product = products.find(({ id }) => id === project.product_id);
  return (
    <Rail>
      <RailField label={t("project.code")}>{project.code}</RailField>
      <RailField label={t("project.start")}>
        <PlanDay
          label={t("project.start")}
          value={project.start}
          hour={(day) => hours(day).start}
          canEdit={canEdit}
          isNeeded
          onChange={(start) => start && onEdit({ start })}
        />
      </RailField>
      <RailField label={t("project.deadline")}>
        <PlanDay
          label={t("project.deadline")}
          value={project.deadline}
          hour={(day) => hours(day).finish}
          canEdit={canEdit}
          onChange={(deadline) => onEdit({ deadline })}
        />
      </RailField>
      <RailField label={<Term meaning={t("forecast.means")}>{t("forecast.title")}</Term>}>
        <ChanceBadge chance={forecast?.probability_on_time} />
        {forecast && (
          <Text size="xs" c="dimmed">
            {t("forecast.range", {
              p50: figures.date(forecast.p50),
              p85: figures.date(forecast.p85),
            })}
          </Text>
        )}
      </RailField>
      <RailField
        label={<Term meaning={t("project.statusDateMeans")}>{t("project.statusDate")}</Term>}
      >
        <PlanDay
          label={t("project.statusDate")}
          value={project.status_date}
          hour={(day) => hours(day).finish}
          canEdit={canEdit}
          onChange={(status_date) => onEdit({ status_date })}
        />
      </RailField>
      <RailField label={<Term meaning={t("project.calendarMeans")}>{t("resource.calendar")}</Term>}>
        <CalendarField
          projectId={project.id}
          value={project.calendar_id}
          none={t("calendar.plainWeek")}
          isNeeded
          canEdit={canEdit}
          onChange={(calendar_id) => onEdit({ calendar_id })}
        />
      </RailField>
      <RailField label={<Term meaning={t("project.dayMeans")}>{t("project.day")}</Term>}>
        <HoursField
          label={t("project.day")}
          minutes={project.minutes_per_day}
          most={24}
          canEdit={canEdit}
          onChange={(minutes_per_day) => onEdit({ minutes_per_day })}
        />
      </RailField>
      <RailField label={<Term meaning={t("project.dayMeans")}>{t("project.week")}</Term>}>
        <HoursField
          label={t("project.week")}
          minutes={project.minutes_per_week}
          most={168}
          canEdit={canEdit}
          onChange={(minutes_per_week) => onEdit({ minutes_per_week })}
        />
      </RailField>
      <RailField label={t("product.pick")}>
        {canEdit ? (
          <Select
            size="xs"
            variant="unstyled"
            clearable
            aria-label={t("product.pick")}
            placeholder={t("project.noProduct")}
            value={project.product_id}
            data={products.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(product_id) => onEdit({ product_id })}
          />
        ) : (
          (product?.title ?? t("project.noProduct"))
        )}
      </RailField>
    </Rail>
  );
}
