import { ActionIcon, Button, Group, Tabs, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconClockHour4 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { ObjectList } from "@/features/core/list/ObjectList";
import { PersonSelect } from "@/features/core/PersonSelect";
import { EmptyState } from "@/ui/EmptyState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useTabInView } from "@/ui/useTabInView";
import { useFigures } from "@/ui/words/figures";
import { Approvals } from "./Approvals";
import { MissingSheets } from "./MissingSheets";
import { mondayOf, shifted, TABS, type TimesheetView, waitingQuery } from "./sheets";
import { WeekView } from "./WeekView";

interface Props {
  view: TimesheetView;
  onView: (change: Partial<TimesheetView>) => void;
}

const HOURS = ["title", "member", "on", "hours", "note", "project", "state"];
const WEEKS = ["title", "member", "hours", "state", "submitted_at"];
const NO_ROWS: readonly string[] = [];

/** My hours week by week; for managers what waits for approval and what is missing. */
export function TimesheetPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { data: waiting } = useQuery(waitingQuery);
  const tab = view.tab ?? "week";
  const tabs = useTabInView(tab);
  return (
    <>
      <PageHeader
        title={t("timesheet.title")}
        lead={t("timesheet.lead")}
        tools={
          <Tabs
            value={tab}
            onChange={(next) => onView({ tab: TABS.find((each) => each === next) })}
          >
            <Tabs.List ref={tabs}>
              {TABS.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {t(`timesheet.tabs.${each}`)}
                  {each === "approve" && waiting && waiting.length > 0 && ` (${waiting.length})`}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        }
      />
      <PageBody>
        {tab === "week" && <OneWeek view={view} onView={onView} />}
        {tab === "hours" && (
          <ObjectList
            kind="time_entry"
            columns={HOURS}
            empty={<EmptyState icon={IconClockHour4} sentence={t("timesheet.noHours")} />}
          />
        )}
        {tab === "weeks" && (
          <ObjectList
            kind="timesheet"
            columns={WEEKS}
            empty={<EmptyState icon={IconClockHour4} sentence={t("timesheet.noHours")} />}
          />
        )}
        {tab === "approve" && <Approvals />}
        {tab === "missing" && <MissingSheets onView={onView} />}
      </PageBody>
    </>
  );
}

function OneWeek({ view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { member } = useSession();
  const now = mondayOf(new Date().toLocaleDateString("sv"));
  const week = view.week ?? now;
  const who = view.who ?? member.id;
  const go = (to: string) => onView({ week: to === now ? undefined : to, also: undefined });
  return (
    <>
      <Group gap="sm" mb="md">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("timesheet.before")}
          onClick={() => go(shifted(week, -7))}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <Text fw={500} aria-live="polite">
          {figures.date(week)} – {figures.date(shifted(week, 6))}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("timesheet.after")}
          onClick={() => go(shifted(week, 7))}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        {week !== now && (
          <Button size="xs" variant="subtle" onClick={() => go(now)}>
            {t("timesheet.thisWeek")}
          </Button>
        )}
        <PersonSelect
          size="xs"
          clearable={false}
          allowDeselect={false}
          aria-label={t("timesheet.who")}
          value={who}
          onChange={(id) =>
            onView({ who: !id || id === member.id ? undefined : id, also: undefined })
          }
        />
      </Group>
      <WeekView
        memberId={who}
        isOwn={who === member.id}
        week={week}
        also={view.also ?? NO_ROWS}
        onView={onView}
      />
    </>
  );
}
