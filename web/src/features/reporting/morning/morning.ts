import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { ObjectRef } from "@/api/types";

export type Finding = Omit<Schemas["MorningFinding"], "subject" | "project"> & {
  subject: ObjectRef;
  project: ObjectRef;
};

export type Morning = Omit<Schemas["MorningOut"], "findings" | "asleep" | "ahead"> & {
  findings: Finding[];
  asleep: Finding[];
  ahead: { subject: ObjectRef; project: ObjectRef; day: string }[];
};

export const morningQuery = queryOptions({
  queryKey: ["morning"],
  queryFn: ({ signal }) => http.get<Morning>("/morning", { signal }),
  meta: {
    kinds: [
      "project",
      "work_item",
      "several",
      "charter",
      "change_request",
      "risk",
      "outside_dependency",
      "status_report",
      "promise",
      "initiative",
      "role",
    ],
  },
});

/** Where what a finding asks for is done: an address within the workspace. */
export interface Where {
  to:
    | "/$workspace/o/$kind/$key"
    | "/$workspace/projects/$id"
    | "/$workspace/recovery"
    | "/$workspace/levelling";
  params: Record<string, string>;
  search: Record<string, unknown>;
}

export function whereOf({ code, subject, project }: Finding): Where {
  const inProject = (search: Record<string, string>): Where => ({
    to: "/$workspace/projects/$id",
    params: { id: project.id },
    search,
  });
  switch (code) {
    case "date_in_danger":
      return { to: "/$workspace/recovery", params: {}, search: { project: project.id } };
    case "deadline_fell":
      return inProject({ view: "forecast" });
    case "overload":
      return { to: "/$workspace/levelling", params: {}, search: { projects: [project.id] } };
    case "late":
    case "not_started":
    case "blocked":
      return inProject({ row: subject.id });
    case "silent":
      return inProject({ view: "board" });
    case "report_due":
      return inProject({ view: "status" });
    case "charter_open":
      return inProject({ view: "charter" });
    default:
      return {
        to: "/$workspace/o/$kind/$key",
        params: { kind: subject.kind, key: subject.key },
        search: {},
      };
  }
}
