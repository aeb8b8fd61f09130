import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTabInView } from "@/ui/useTabInView";
import classes from "./ProjectPage.module.css";
import {
  type OnPlanView,
  PLAN_LOOKS,
  PLAN_TABS,
  type PlanView,
  SCENARIO_LOOKS,
  SCENARIO_TABS,
} from "./view";

interface Props {
  view: PlanView["view"];
  onView: OnPlanView;
  isScenario: boolean;
}

/** The parts of a project. */
export function PlanTabs({ view, onView, isScenario }: Props) {
  const { t } = useTranslation();
  const tab = lookOf(view) ? "gantt" : view;
  const list = useTabInView(tab);
  return (
    <Tabs
      className={classes.tabs}
      value={tab}
      onChange={(next) => onView({ view: (next as PlanView["view"]) ?? "gantt" })}
    >
      <Tabs.List ref={list}>
        {(isScenario ? SCENARIO_TABS : PLAN_TABS).map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`plan.view.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

interface LooksProps extends Props {
  /** What of the plan is looked at. */
  beside: ReactNode;
}

/** The ways to look at the plan, where it is looked at. */
export function PlanLooks({ view, onView, isScenario, beside }: LooksProps) {
  const { t } = useTranslation();
  const look = lookOf(view);
  const list = useTabInView(look);
  if (!look) return null;
  return (
    <div className={classes.looks}>
      <Tabs
        variant="pills"
        radius="xl"
        value={look}
        onChange={(next) => onView({ view: (next as PlanView["view"]) ?? "gantt" })}
      >
        <Tabs.List ref={list} aria-label={t("plan.looks")}>
          {(isScenario ? SCENARIO_LOOKS : PLAN_LOOKS).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(each === "gantt" ? "plan.look.gantt" : `plan.view.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {beside}
    </div>
  );
}

function lookOf(view: PlanView["view"]) {
  return view === "table" ? "gantt" : PLAN_LOOKS.find((each) => each === view);
}
