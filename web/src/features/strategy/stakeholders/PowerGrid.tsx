import { Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeek } from "@/ui/shell/usePeek";
import { AttitudeMark } from "./AttitudeMark";
import classes from "./PowerGrid.module.css";
import { placeOf, standAt } from "./powerGrid";
import type { Registered } from "./types";
import { useStakeholderSave } from "./useStakeholderSave";

interface Props {
  productId: string;
  people: readonly Registered[];
}

interface Drag {
  id: string;
  power: number;
  interest: number;
  moved: boolean;
}

const QUADRANTS = ["satisfy", "manage", "monitor", "inform"] as const;
const STEP = 5;

/** Power over interest: dragging somebody, or the arrows on them, says how they stand now. */
export function PowerGrid({ productId, people }: Props) {
  const { t } = useTranslation();
  const peek = usePeek();
  const save = useStakeholderSave(productId);
  const { ref, width, height } = useElementSize();
  const [drag, setDrag] = useState<Drag | null>(null);
  const write = (seen: Registered, power: number, interest: number) =>
    save.mutate({
      seen,
      fields: { power, interest },
      said: t("stakeholder.moved", { name: seen.title, power, interest }),
    });
  const under = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    return standAt(
      event.clientX - (box?.left ?? 0),
      event.clientY - (box?.top ?? 0),
      width,
      height,
    );
  };
  const onKeyDown = (event: KeyboardEvent, person: Registered) => {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [STEP, 0],
      ArrowDown: [-STEP, 0],
      ArrowRight: [0, STEP],
      ArrowLeft: [0, -STEP],
    };
    const step = steps[event.key];
    if (!step || !person.can.edit) return;
    event.preventDefault();
    const within = (value: number) => Math.max(0, Math.min(100, value));
    write(person, within(person.power + step[0]), within(person.interest + step[1]));
  };
  return (
    <div className={classes.frame}>
      <span className={classes.up}>{t("stakeholder.power")} →</span>
      <div ref={ref} className={classes.grid}>
        {QUADRANTS.map((name) => (
          <div key={name} className={classes.quadrant}>
            <Text size="xs" c="dimmed" fw={500}>
              {t(`stakeholder.quadrant.${name}`)}
            </Text>
          </div>
        ))}
        {width > 0 &&
          people.map((person) => {
            const held = drag?.id === person.id ? drag : null;
            const { x, y } = placeOf(held ?? person, width, height);
            return (
              <button
                key={person.id}
                type="button"
                className={classes.person}
                data-held={held !== null || undefined}
                data-fixed={!person.can.edit || undefined}
                // Centred on the place in the middle, within the picture at its edges.
                style={{
                  insetInlineStart: x,
                  insetBlockStart: y,
                  translate: `${(-100 * x) / width}% ${(-100 * y) / height}%`,
                }}
                aria-label={t("stakeholder.stands", {
                  name: person.title,
                  power: held?.power ?? person.power,
                  interest: held?.interest ?? person.interest,
                  attitude: t(`stakeholder.attitude.${person.attitude}`),
                })}
                onKeyDown={(event) => onKeyDown(event, person)}
                onClick={(event) => {
                  // A click by the keyboard; the pointer's is told at its release.
                  if (event.detail === 0) peek.open({ kind: "stakeholder", id: person.id });
                }}
                onPointerDown={(event) => {
                  if (event.button !== 0) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDrag({
                    id: person.id,
                    power: person.power,
                    interest: person.interest,
                    moved: false,
                  });
                }}
                onPointerMove={(event) => {
                  if (!held || !person.can.edit) return;
                  const next = under(event);
                  const far =
                    Math.abs(next.power - person.power) + Math.abs(next.interest - person.interest);
                  if (held.moved || far > 3) setDrag({ id: held.id, ...next, moved: true });
                }}
                onPointerUp={() => {
                  if (!held) return;
                  setDrag(null);
                  if (held.moved) write(person, held.power, held.interest);
                  else peek.open({ kind: "stakeholder", id: person.id });
                }}
                onPointerCancel={() => setDrag(null)}
              >
                <AttitudeMark attitude={person.attitude} bare />
                <span>{person.title}</span>
              </button>
            );
          })}
      </div>
      <span className={classes.across}>{t("stakeholder.interest")} →</span>
      <Text size="xs" c="dimmed" mt={4}>
        {t("stakeholder.lead")}
      </Text>
    </div>
  );
}
