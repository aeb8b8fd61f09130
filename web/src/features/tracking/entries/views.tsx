import type { Place } from "@/features/throughline/useObjectTab";
import type { CreateProps, PeekProps } from "@/ui/shell/registry";
import type { EntryKind } from "../types";
import { CreateEntry } from "./CreateEntry";
import { EntryView } from "./EntryView";

/** What shows a line of a kind: in the panel, or on its own page. Asked once a kind, when it is loaded. */
export function viewOf(kind: EntryKind, place: Place) {
  return ({ id }: PeekProps) => <EntryView kind={kind} id={id} place={place} />;
}

/** The form that notes a line of a kind. */
export function formOf(kind: EntryKind) {
  return (props: CreateProps) => <CreateEntry kind={kind} {...props} />;
}
