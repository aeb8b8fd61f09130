import { Button, Group, NumberInput, Select, Slider, Text } from "@mantine/core";
import { IconCheck, IconHourglass } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { TypeMark } from "@/features/core/types/TypeMark";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { TimerButton } from "../timesheets/TimerButton";
import { MyEntries } from "./MyEntries";
import classes from "./MyWork.module.css";
import { useReport } from "./useReport";
import { daysLeft, type MyTask } from "./work";

interface Props {
  task: MyTask;
}

const MARKS = [0, 25, 50, 75, 100].map((value) => ({ value }));

/** One task of mine: what it is, what it waits for, and how far I am, said with a thumb. */
export function MyTaskRow({ task }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const report = useReport(task);
  const type = useItemTypes().byId.get(task.item_type_id ?? "");
  const [percent, setPercent] = useState<number | null>(null);
  const [left, setLeft] = useState<string | number | null>(null);
  const canReport = task.can.contribute === true;
  const isDone = task.when === "done";
  const isTask = task.duration_minutes > 0;
  const sayLeft = () => {
    const days = Number(left);
    if (left !== null && left !== "" && days >= 0 && days !== daysLeft(task))
      report({ remaining_minutes: Math.round(days * task.minutes_per_day) });
    setLeft(null);
  };
  return (
    <li className={classes.task}>
      <div className={classes.head}>
        <div className={classes.what}>
          {type && <TypeMark type={type} />}
          <KeyBadge value={task.key} />
          <PeekLink kind="work_item" id={task.id} objectKey={task.key} c="inherit" fw={500}>
            {task.title}
          </PeekLink>
        </div>
        <Group gap={4} flex="none" wrap="nowrap">
          {canReport && isTask && !isDone && <TimerButton itemId={task.id} title={task.title} />}
          {canReport && task.mine && !isDone && (
            <Button
              size="sm"
              flex="none"
              variant="light"
              leftSection={<IconCheck size={16} aria-hidden />}
              aria-label={t("myWork.finish", { name: task.title })}
              onClick={() => report({ state: doneOf(task) })}
            >
              {t("myWork.done")}
            </Button>
          )}
        </Group>
      </div>
      <Text size="sm" c="dimmed">
        {[
          task.project.title,
          !task.mine && t("myWork.notMine"),
          task.finish && t("myWork.by", { date: figures.date(task.finish) }),
          task.days_late > 0 && t("myWork.late", { count: task.days_late }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {task.waits_for.map((wait) => (
        <Text key={wait.id} size="sm" className={classes.waits}>
          <IconHourglass size={14} aria-hidden />
          {t("myWork.waitsFor")}{" "}
          <PeekLink kind="work_item" id={wait.id} objectKey={wait.key} fz="sm" underline="always">
            {wait.title}
          </PeekLink>
          {[wait.owner?.name, wait.finish && t("myWork.by", { date: figures.date(wait.finish) })]
            .filter(Boolean)
            .map((part) => ` · ${part}`)}
        </Text>
      ))}
      <MyEntries task={task} report={report} />
      {canReport && task.mine && isTask && (
        <Group className={classes.report} gap="md" wrap="wrap">
          <div className={classes.slider}>
            <Slider
              size="lg"
              thumbSize={24}
              step={5}
              marks={MARKS}
              thumbLabel={t("myWork.percentOf", { name: task.title })}
              label={(value) => `${value} %`}
              value={percent ?? Math.round(task.percent_complete)}
              onChange={setPercent}
              onChangeEnd={(value) => {
                if (value !== Math.round(task.percent_complete))
                  report({ percent_complete: value });
                setPercent(null);
              }}
            />
          </div>
          <span className={classes.percent}>{percent ?? Math.round(task.percent_complete)} %</span>
          {!isDone && (
            <NumberInput
              size="sm"
              w={148}
              min={0}
              step={0.5}
              decimalScale={2}
              suffix={` ${t("myWork.daysLeft", { count: Number(left ?? daysLeft(task)) })}`}
              aria-label={t("myWork.leftOf", { name: task.title })}
              value={left ?? daysLeft(task)}
              onChange={setLeft}
              onBlur={sayLeft}
              onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
            />
          )}
          <Select
            size="sm"
            w={148}
            allowDeselect={false}
            aria-label={t("myWork.stateOf", { name: task.title })}
            data={task.workflow.map(({ id, name }) => ({ value: id, label: name }))}
            value={task.state}
            onChange={(state) => state && state !== task.state && report({ state })}
          />
        </Group>
      )}
    </li>
  );
}

/** The state that its work is in when it is done. */
const doneOf = ({ workflow }: MyTask): string | undefined =>
  workflow.find(({ category }) => category === "done")?.id;
