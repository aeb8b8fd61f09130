import { Mention } from "@tiptap/extension-mention";
import { useMemo, useRef, useState } from "react";
import type { PersonRef } from "@/api/types";
import type { Subject } from "@/features/core/activity";
import { mentionable } from "./talk";

/** The list that stands open under an “@”. */
export interface Asking {
  people: PersonRef[];
  chosen: number;
  place: DOMRect | null;
  pick: (person: PersonRef) => void;
}

/** “@” and some letters open a list of members; arrows and Enter pick, Escape closes. */
export function useMentions(subject: Subject) {
  const [asking, setAsking] = useState<Asking | null>(null);
  // The editor calls back outside of React and must see the newest state.
  const now = useRef<Asking | null>(null);
  const { kind, id } = subject;
  const extension = useMemo(() => {
    const show = (next: Asking | null) => {
      now.current = next;
      setAsking(next);
    };
    return Mention.configure({
      HTMLAttributes: { class: "nl-mention" },
      suggestion: {
        char: "@",
        items: ({ query }) => mentionable({ kind, id }, query).catch(() => []),
        render: () => ({
          onStart: ({ items, command, clientRect }) =>
            show(opened(items as PersonRef[], command, clientRect?.() ?? null)),
          onUpdate: ({ items, command, clientRect }) =>
            show(opened(items as PersonRef[], command, clientRect?.() ?? null)),
          onExit: () => show(null),
          onKeyDown: ({ event }) => {
            const open = now.current;
            if (!open || open.people.length === 0) return false;
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step) {
              const chosen = (open.chosen + step + open.people.length) % open.people.length;
              show({ ...open, chosen });
              return true;
            }
            const person = open.people[open.chosen];
            if ((event.key === "Enter" || event.key === "Tab") && person) {
              open.pick(person);
              return true;
            }
            return false;
          },
        }),
      },
    });
  }, [kind, id]);
  return { extension, asking };
}

function opened(
  people: PersonRef[],
  command: (person: { id: string; label: string }) => void,
  place: DOMRect | null,
): Asking {
  return { people, chosen: 0, place, pick: ({ id, name }) => command({ id, label: name }) };
}
