import { expect, test } from "vitest";
import { type Finding, whereOf } from "./morning";

const project = { kind: "project", id: "p", key: "PRJ-1", title: "Roof" };
const of = (code: string, kind: string) =>
  whereOf({ code, subject: { kind, id: "s", key: "K-1", title: "" }, project } as Finding);

test("one click leads to where a finding is settled", () => {
  expect(of("date_in_danger", "project").search).toEqual({ project: "p" });
  expect(of("overload", "resource").search).toEqual({ projects: ["p"] });
  expect(of("late", "work_item")).toMatchObject({ params: { id: "p" }, search: { row: "s" } });
  expect(of("report_due", "project").search).toEqual({ view: "status" });
  expect(of("risk_due", "risk").params).toEqual({ kind: "risk", key: "K-1" });
});
