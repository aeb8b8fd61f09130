import { Alert, Button, Group, Popover, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowBackUp, IconCopy, IconPlus, IconSend } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnFields } from "@/features/core/list/OwnFields";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { toast } from "@/ui/toast";
import { CellDetail } from "./CellDetail";
import { DayCards } from "./DayCards";
import { PartList } from "./PartList";
import { StateMark } from "./StateMark";
import { copied, shifted, type TimesheetView, type Week, weekQuery } from "./sheets";
import { TimerBar } from "./TimerBar";
import { useWeek } from "./useWeek";
import classes from "./Week.module.css";
import { type Place, WeekTable } from "./WeekTable";

interface Props {
  memberId: string;
  isOwn: boolean;
  week: string;
  also: readonly string[];
  onView: (change: Partial<TimesheetView>) => void;
}

/** One week of one person. */
export function WeekView({ memberId, isOwn, week, also, onView }: Props) {
  const { data, error } = useQuery(weekQuery(memberId, week, also));
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  return (
    <>
      {isOwn && <TimerBar rows={data.rows} />}
      <Sheet key={`${memberId} ${week}`} week={data} also={also} onView={onView} />
    </>
  );
}

interface SheetProps {
  week: Week;
  also: readonly string[];
  onView: (change: Partial<TimesheetView>) => void;
}

function Sheet({ week, also, onView }: SheetProps) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const deeds = useWeek(week);
  const [place, setPlace] = useState<Place>();
  const row = place && week.rows[place.row];
  const day = place && week.days[place.day];
  const returned = week.parts.filter(({ state, note }) => state === "returned" && note);
  return (
    <>
      <Group gap="sm" mb="md" justify="space-between">
        <Group gap="sm">
          <StateMark state={week.state} />
          <AddItem also={also} week={week} onView={onView} />
          {week.can.write && <CopyLast week={week} onCopy={deeds.report} />}
        </Group>
        <Group gap="sm">
          {week.can.withdraw && (
            <Button size="xs" variant="default" onClick={deeds.withdraw}>
              {t("timesheet.withdraw")}
            </Button>
          )}
          {week.can.submit && (
            <Button
              size="xs"
              leftSection={<IconSend size={14} aria-hidden />}
              onClick={deeds.submit}
            >
              {t("timesheet.submit")}
            </Button>
          )}
        </Group>
      </Group>
      {returned.map(({ project, note, by }) => (
        <Alert
          key={project.id}
          mb="md"
          color="orange"
          icon={<IconArrowBackUp size={16} />}
          title={t("timesheet.returnedBy", { project: project.title, name: by?.name ?? "" })}
        >
          {note}
        </Alert>
      ))}
      {week.rows.length === 0 ? (
        <EmptyState sentence={t("timesheet.empty")} example={t("timesheet.emptyExample")} />
      ) : isPhone ? (
        <DayCards week={week} deeds={deeds} />
      ) : (
        <>
          <WeekTable week={week} onWrite={(cells) => deeds.report({ cells })} onPlace={setPlace} />
          {place && row && day ? (
            <CellDetail
              key={`${row.id} ${day}`}
              row={row}
              day={day}
              note={row.notes[place.day] ?? ""}
              onNote={(note) => deeds.report({ cells: [{ item_id: row.id, on: day, note }] })}
              onLeft={(minutes) =>
                deeds.report({
                  cells: [],
                  remaining: [{ item_id: row.id, version: row.version, minutes }],
                  said: t("timesheet.leftSaid", { item: row.key }),
                })
              }
            />
          ) : (
            <Text size="xs" c="dimmed" className={classes.hint}>
              {t("timesheet.hint")}
            </Text>
          )}
        </>
      )}
      {week.left_out > 0 && (
        <Text size="sm" c="dimmed" className={classes.hint}>
          {t("timesheet.leftOut", { count: week.left_out })}
        </Text>
      )}
      <PartList week={week} />
      {week.id && (
        <OwnFields object={{ id: week.id, kind: "timesheet", key: week.key, archived_at: null }} />
      )}
    </>
  );
}

function AddItem({ also, week, onView }: Pick<SheetProps, "also" | "week" | "onView">) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (!week.can.write) return null;
  return (
    <Popover width={320} opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t("timesheet.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ObjectSearch
          kinds={["work_item"]}
          onPick={({ id }) => {
            setOpened(false);
            if (!week.rows.some((row) => row.id === id)) onView({ also: [...also, id] });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function CopyLast({ week, onCopy }: { week: Week; onCopy: ReturnType<typeof useWeek>["report"] }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const copy = async () => {
    const last = await cache.fetchQuery(weekQuery(week.member.id, shifted(week.week, -7)));
    const cells = copied(last, week);
    if (cells.length === 0) toast.done(t("timesheet.nothingToCopy"));
    else onCopy({ cells, said: t("timesheet.copied", { count: cells.length }) });
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconCopy size={14} aria-hidden />}
      onClick={() => void copy()}
    >
      {t("timesheet.copy")}
    </Button>
  );
}
