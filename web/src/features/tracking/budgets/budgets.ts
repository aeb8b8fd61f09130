import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef } from "@/api/types";
import type { Point, Series } from "@/ui/chart/chart";

export type Budget = Schemas["BudgetOut"];
export type Columns = Schemas["BudgetColumnsOut"];
export type Figures = Schemas["BudgetFiguresOut"];
export type BudgetLine = Omit<Shown<Schemas["BudgetLineOut"]>, "project" | "phase"> & {
  project: ObjectRef;
  phase: ObjectRef | null;
};
export type CostLine = Omit<Shown<Schemas["CostLineOut"]>, "project" | "item"> & {
  project: ObjectRef;
  item: ObjectRef | null;
};
export type Unit = "hours" | "money";

export const CATEGORIES = ["fixed", "material", "service", "licence", "travel", "other"] as const;
export const STATES = ["planned", "committed", "actual"] as const;

export const budgetQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["budget", projectId],
    meta: { kinds: ["project", "work_item", "timesheet", "budget_line", "cost_line", "several"] },
    queryFn: ({ signal }) => http.get<Budget>(`/projects/${projectId}/budget`, { signal }),
  });

export const budgetLineQuery = (id: string) =>
  queryOptions({
    queryKey: ["budget_line", id],
    queryFn: ({ signal }) => http.get<BudgetLine>(`/budget-lines/${id}`, { signal }),
  });

export const costLineQuery = (id: string) =>
  queryOptions({
    queryKey: ["cost_line", id],
    queryFn: ({ signal }) => http.get<CostLine>(`/cost-lines/${id}`, { signal }),
  });

/** The figures of one unit; those of money are there only for whoever may know them. */
export const columnsOf = (figures: Figures, unit: Unit): Columns =>
  (unit === "money" ? figures.money : undefined) ?? figures.hours;

const climbing = (months: readonly string[], values: readonly number[]): Point[] => {
  let sum = 0;
  return months.map((month, at) => {
    sum += values[at] ?? 0;
    return { day: lastOf(month), value: Math.round(sum * 100) / 100 };
  });
};

/** The last day of a month, which its sum stands for. */
export function lastOf(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Planned, actual and forecast, summed month by month; actual up to this month, the forecast from it on. */
export function curves(
  { months, this_month, total }: Pick<Budget, "months" | "this_month" | "total">,
  unit: Unit,
  words: Record<"planned" | "actual" | "forecast", string>,
  colours: Record<"planned" | "actual" | "forecast", string>,
): Series[] {
  const { by_month } = columnsOf(total, unit);
  const here = lastOf(this_month);
  const forecast = climbing(months, by_month.forecast);
  return [
    {
      name: words.planned,
      colour: colours.planned,
      shape: "line",
      points: climbing(months, by_month.planned),
    },
    {
      name: words.actual,
      colour: colours.actual,
      shape: "line",
      points: climbing(months, by_month.actual).filter(({ day }) => day <= here),
    },
    {
      name: words.forecast,
      colour: colours.forecast,
      shape: "line",
      dashed: true,
      points: forecast.filter(({ day }) => day >= here),
    },
  ];
}
