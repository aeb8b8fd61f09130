import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Plan } from "../plan";
import { placeOf } from "./choices";
import { type Choosing, TakeSide } from "./ItemDifferences";
import classes from "./Scenarios.module.css";
import type { AssignmentDifference, LinkDifference, Review } from "./scenarios";

interface Props extends Choosing {
  review: Review;
  plan: Plan;
}

/** Each link and each assignment that the scenario makes, changes or takes away. */
export function RowDifferences({ review, plan, ...choosing }: Props) {
  const { t } = useTranslation();
  const says = useRowText(plan, review);
  const rows = [...review.links, ...review.assignments];
  if (rows.length === 0) return null;
  return (
    <ul className={classes.differences}>
      {rows.map((row) => (
        <li key={row.id} className={classes.difference}>
          <Checkbox
            checked={choosing.chosen.has(row.id)}
            disabled={choosing.readOnly}
            onChange={(event) => choosing.onChoose(row.id, event.currentTarget.checked)}
            label={says(row)}
          />
          {row.conflict && (
            <div className={classes.fields}>
              <div className={classes.field} data-conflict>
                <span>{t("scenario.rowChanged")}</span>
                <TakeSide label={says(row)} place={placeOf(row.id, null)} choosing={choosing} />
              </div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function useRowText(plan: Plan, review: Review) {
  const { t } = useTranslation();
  const figures = useFigures();
  const titles = new Map([
    ...review.items.map(({ id, title }) => [id, title] as const),
    ...plan.items.map(({ id, title }) => [id, title] as const),
  ]);
  const name = (id: string) => titles.get(id) ?? "";
  return (row: LinkDifference | AssignmentDifference): string => {
    const shown = row.mine ?? row.was;
    if (!shown) return "";
    return "before" in shown
      ? t(`scenario.verb.${row.verb}`, {
          before: name(shown.before),
          after: name(shown.after),
          kind: shown.kind,
        })
      : t(`scenario.verb.${row.verb}`, {
          who: shown.resource,
          what: name(shown.item_id),
          units: figures.percent(shown.units),
        });
  };
}
