import { Button, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { Block } from "./Block";
import { DayRow } from "./DayRow";

interface Days {
  first: string;
  last: string;
}

interface Props<T extends Days> {
  title: string;
  /** Said where there is no row. */
  none?: string;
  rows: readonly T[];
  canEdit: boolean;
  /** What stands beside the days of a row. */
  told: (row: T) => ReactNode;
  /** How another row comes: what is typed beside its days, and the row that this makes. */
  adding?: { verb: string; fields: ReactNode; made: (days: Days) => T };
  onChange: (rows: T[]) => void;
}

/** Spans of days with something said of each: time off, other capacities, exceptions of a calendar. */
export function DayRows<T extends Days>(props: Props<T>) {
  const { title, none, rows, canEdit, told, adding, onChange } = props;
  const { t } = useTranslation();
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const take = () => {
    if (!first || !adding) return;
    onChange([...rows, adding.made({ first, last: last && last >= first ? last : first })]);
    setFirst(null);
    setLast(null);
  };
  return (
    <Block title={title}>
      {rows.length === 0 && none && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      {rows.map((row, place) => (
        <DayRow
          key={JSON.stringify(row)}
          first={row.first}
          last={row.last}
          onForget={
            canEdit ? () => onChange(rows.filter((_, other) => other !== place)) : undefined
          }
        >
          {told(row)}
        </DayRow>
      ))}
      {canEdit && adding && (
        <Group gap="sm" mt="xs" align="flex-end">
          <DateField aria-label={t("resource.first")} value={first} onChange={setFirst} />
          <DateField aria-label={t("resource.last")} value={last} onChange={setLast} />
          {adding.fields}
          <Button size="sm" variant="default" disabled={!first} onClick={take}>
            {adding.verb}
          </Button>
        </Group>
      )}
    </Block>
  );
}
