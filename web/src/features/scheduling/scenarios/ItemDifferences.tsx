import { Checkbox, Group, SegmentedControl, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import type { Plan } from "../plan";
import { placeOf, type Taken } from "./choices";
import classes from "./Scenarios.module.css";
import type { FieldDifference, ItemDifference, Side } from "./scenarios";
import { useFieldText } from "./useFieldText";

export interface Choosing {
  chosen: ReadonlySet<string>;
  taken: Taken;
  onChoose: (id: string, is: boolean) => void;
  onTake: (place: string, side: Side) => void;
  readOnly: boolean;
}

interface Props extends Choosing {
  items: readonly ItemDifference[];
  plan: Plan;
}

/** Each item that the scenario adds, changes or removes, field by field. */
export function ItemDifferences({ items, plan, ...choosing }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.differences}>
      {items.map((item) => (
        <li key={item.id} className={classes.difference}>
          <Checkbox
            checked={choosing.chosen.has(item.id)}
            disabled={choosing.readOnly}
            onChange={(event) => choosing.onChoose(item.id, event.currentTarget.checked)}
            label={
              <Group gap="xs" component="span">
                <KeyBadge value={item.key} />
                <span>{item.title}</span>
                <Text span size="sm" c="dimmed">
                  {t(`scenario.verb.${item.verb}`)}
                </Text>
              </Group>
            }
          />
          {item.fields.length > 0 && (
            <ul className={classes.fields}>
              {item.fields.map((field) => (
                <FieldLine
                  key={field.field}
                  item={item}
                  field={field}
                  plan={plan}
                  choosing={choosing}
                />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  item: ItemDifference;
  field: FieldDifference;
  plan: Plan;
  choosing: Choosing;
}

function FieldLine({ item, field, plan, choosing }: LineProps) {
  const { t } = useTranslation();
  const text = useFieldText(plan);
  const name = t(`scenario.field.${field.field}`, { defaultValue: field.field });
  if (!field.conflict) {
    if (field.field === "removed") return null;
    return (
      <li className={classes.field}>
        <Text span size="sm" c="dimmed">
          {name}
        </Text>
        <span>
          {text(field.field, field.was)} → <strong>{text(field.field, field.mine)}</strong>
        </span>
      </li>
    );
  }
  const says =
    field.field === "removed"
      ? t(item.verb === "removed" ? "scenario.removesEdited" : "scenario.changesRemoved")
      : t("scenario.bothChanged", {
          name,
          was: text(field.field, field.was),
          mine: text(field.field, field.mine),
          theirs: text(field.field, field.theirs),
        });
  return (
    <li className={classes.field} data-conflict>
      <span>{says}</span>
      <TakeSide
        label={`${item.title}: ${name}`}
        place={placeOf(item.id, field.field)}
        choosing={choosing}
      />
    </li>
  );
}

/** Mine or theirs; nothing until somebody chooses. */
export function TakeSide({
  label,
  place,
  choosing,
}: {
  label: string;
  place: string;
  choosing: Choosing;
}) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      disabled={choosing.readOnly}
      value={choosing.taken[place] ?? ""}
      data={[
        { value: "mine", label: t("scenario.takeMine") },
        { value: "theirs", label: t("scenario.takeTheirs") },
      ]}
      onChange={(side) => choosing.onTake(place, side as Side)}
    />
  );
}
