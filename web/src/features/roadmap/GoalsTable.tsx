import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { grouped } from "@/ui/grouped";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./GoalsTable.module.css";
import { LineField, LinesField } from "./LinesField";
import type { Chance, Fields, Initiative } from "./roadmap";
import { useInitiativeSave } from "./useInitiativeSave";

interface Props {
  productId: string;
  initiatives: readonly Initiative[];
  chances: ReadonlyMap<string, Chance>;
}

/** The goal-oriented roadmap (Pichler): for each period why, what of, and how one will know. */
export function GoalsTable({ productId, initiatives, chances }: Props) {
  const { t } = useTranslation();
  const save = useInitiativeSave(productId);
  const shown = initiatives.filter((each) => !each.parked);
  const periods = [...grouped(shown, periodOf)].sort(([a], [b]) => a.localeCompare(b));
  const edit = (seen: Initiative) => (fields: Fields) => save.mutate({ seen, fields });
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(["period", "initiative", "goal", "features", "metrics"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`goals.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {periods.map(([period, rows]) => (
          <tbody key={period}>
            {rows.map((each, index) => (
              <GoalRow
                key={each.id}
                initiative={each}
                chance={chances.get(each.id)}
                period={index === 0 ? { name: period, rows: rows.length } : null}
                onEdit={edit(each)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  initiative: Initiative;
  chance: Chance | undefined;
  period: { name: string; rows: number } | null;
  onEdit: (fields: Fields) => void;
}

function GoalRow({ initiative, chance, period, onEdit }: RowProps) {
  const { t } = useTranslation();
  const windowText = useWindowText();
  const { id, key, title, window, goal, features, metrics, can } = initiative;
  const canEdit = can.edit === true;
  return (
    <tr>
      {period && (
        <th scope="rowgroup" rowSpan={period.rows} className={classes.period}>
          {period.name === NO_PERIOD ? t("goals.noPeriod") : period.name}
        </th>
      )}
      <td>
        <PeekLink kind="initiative" id={id} objectKey={key} fz="sm" fw={500}>
          {title}
        </PeekLink>
        <Text size="xs" c="dimmed">
          {window ? windowText(window) : t("initiative.noWindow")}
        </Text>
        {chance && <ChanceBadge chance={chance.probability} />}
      </td>
      <td>
        <LineField
          label={`${t("goals.goal")}: ${key}`}
          value={goal}
          placeholder={t("goals.noGoal")}
          canEdit={canEdit}
          onSave={(next) => onEdit({ goal: next })}
        />
      </td>
      <td>
        <LinesField
          label={`${t("goals.features")}: ${key}`}
          value={features}
          placeholder={t("goals.noFeatures")}
          canEdit={canEdit}
          onSave={(next) => onEdit({ features: next })}
        />
      </td>
      <td>
        <LinesField
          label={`${t("goals.metrics")}: ${key}`}
          value={metrics}
          placeholder={t("goals.noMetrics")}
          canEdit={canEdit}
          onSave={(next) => onEdit({ metrics: next })}
        />
      </td>
    </tr>
  );
}

const NO_PERIOD = "~";

/** The quarter in which it is to be finished: "2026 Q3". */
function periodOf({ window }: Initiative): string {
  if (!window) return NO_PERIOD;
  const quarter = Math.ceil(Number(window.finish.slice(5, 7)) / 3);
  return `${window.finish.slice(0, 4)} Q${quarter}`;
}
