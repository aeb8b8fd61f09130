import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { CalendarField } from "@/features/delivery/resources/CalendarField";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { ActualFields } from "./ActualFields";
import { HandFields } from "./HandFields";
import { LevellingFields } from "./LevellingFields";
import type { ItemFields, WorkItem } from "./plan";
import classes from "./SchedulingFields.module.css";
import { TypeField } from "./TypeField";

interface Props {
  item: WorkItem;
  hours: (day: string) => { start: string; finish: string };
  canEdit: boolean;
  canReport: boolean;
  onEdit: (fields: ItemFields) => void;
}

const USUAL_PRIORITY = 500;

/** What else tells when an item happens, folded away: one line says what is out of the ordinary. */
export function SchedulingFields({ item, hours, canEdit, canReport, onEdit }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isLeaf = !item.summary;
  const odd = [
    !item.active && t("item.inactive"),
    item.manual && t("item.byHand"),
    item.levelling_delay_minutes > 0 && t("item.levelled"),
    item.calendar_id && t("item.ownCalendar"),
    item.priority !== USUAL_PRIORITY && t("item.priorityIs", { priority: item.priority }),
  ].filter(Boolean);
  return (
    <section className={classes.group} aria-label={t("item.scheduling")}>
      <UnstyledButton
        className={classes.head}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={14} className={classes.chevron} aria-hidden />
        {t("item.scheduling")}
        <span className={classes.said}>{!isOpen && odd.join(", ")}</span>
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Rail>
            {isLeaf && <TypeField item={item} canEdit={canEdit} onEdit={onEdit} />}
            {isLeaf && <HandFields item={item} hours={hours} canEdit={canEdit} onEdit={onEdit} />}
            {isLeaf && (
              <ActualFields
                item={item}
                hours={hours}
                canEdit={canEdit || canReport}
                onEdit={onEdit}
              />
            )}
            <RailField
              label={<Term meaning={t("item.calendarMeans")}>{t("resource.calendar")}</Term>}
            >
              <CalendarField
                projectId={item.project_id}
                value={item.calendar_id}
                none={t("resource.projectCalendar")}
                canEdit={canEdit && isLeaf}
                onChange={(calendar_id) => onEdit({ calendar_id })}
              />
            </RailField>
            <LevellingFields item={item} canEdit={canEdit} onEdit={onEdit} />
          </Rail>
        )}
      </div>
    </section>
  );
}
