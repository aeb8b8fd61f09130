import { Alert, Checkbox, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayHours } from "@/features/core/dayHours";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useLocale } from "@/features/core/useLocale";
import { hoursOf, workingMinutes } from "@/features/core/workingTime";
import { resourcesQuery } from "@/features/delivery/resources/resources";
import { planColumns } from "../columns/columns";
import { useColumnGround } from "../columns/useColumnGround";
import { placeBelow } from "../outline";
import type { Plan } from "../plan";
import { workdayOf } from "../workday";
import { type BlockColumn, blockOf, FIELDS } from "./block";
import classes from "./Outline.module.css";
import { PreviewModal } from "./PreviewModal";
import { pasted } from "./pasting";
import { cellsOf } from "./tsv";

interface Props {
  plan: Plan;
  text: string;
  /** The row below which it goes; at the end where there is none. */
  rowId: string | null;
  onClose: () => void;
}

const MOST_SHOWN = 200;
const asksForWritten = (column: string): boolean => column !== "field.cost";

/** A block from a spreadsheet: what it will add, what of it cannot be read, and what follows; then all of it or nothing. */
export function PasteModal({ plan, text, rowId, onClose }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [isWithout, setWithout] = useState(false);
  const { data: everybody } = useQuery(resourcesQuery(plan.project.id));
  const { live } = useItemTypes();
  const ground = useColumnGround(plan, asksForWritten);
  // What is computed cannot be written.
  const added = useMemo(() => planColumns(ground).filter(({ read }) => read), [ground]);
  const block = useMemo(() => blockOf(cellsOf(text), added), [text, added]);
  const { edits, promised, unread } = useMemo(() => {
    const { project, items, calendars } = plan;
    const calendar = calendars.find(({ id }) => id === project.calendar_id);
    const hours = hoursOf(calendar);
    return pasted(block, placeBelow(items, rowId), {
      workday: workdayOf(project),
      locale: locale ?? "",
      start: project.start,
      lastHour: (day) => dayHours(calendar, day).finish,
      worked: (start, finish) => workingMinutes(hours, start, finish),
      types: new Map<string, string | null>([
        [t("itemTypes.plain").toLowerCase(), null],
        ...live.map(({ id, title }) => [title.toLowerCase(), id] as const),
      ]),
      resources: everybody ?? [],
      columns: added,
      rowAt: (name) =>
        items[Number(name) - 1]?.id ?? items.find(({ wbs }) => wbs === name)?.id ?? null,
    });
  }, [block, added, plan, rowId, locale, everybody, live, t]);
  const columns = [...FIELDS, ...added.map(({ id }) => id)].filter((field) =>
    block.lines.some(({ cells }) => cells[field]),
  );
  const titles = new Map<BlockColumn, string>(added.map(({ id, title }) => [id, title]));
  const titleOf = (field: BlockColumn) =>
    titles.get(field) ?? t(`paste.field.${field as (typeof FIELDS)[number]}`);
  const bad = new Set(unread.map(({ line, field }) => `${line} ${field}`));
  const count = block.lines.length;
  return (
    <PreviewModal
      plan={plan}
      wide
      title={t("paste.title")}
      verb={t("paste.add", { count })}
      said={t("paste.added", { count })}
      edits={everybody ? edits : []}
      promised={promised}
      isHeld={unread.length > 0 && !isWithout}
      onClose={onClose}
    >
      <Text size="sm">{t(block.hasHeader ? "paste.byHeader" : "paste.byPlace", { count })}</Text>
      {block.untaken.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("paste.untaken", { names: block.untaken.join(", ") })}
        </Text>
      )}
      {unread.length > 0 && (
        <Alert color="orange" role="alert">
          <Text size="sm" fw={600}>
            {t("paste.unread", { count: unread.length })}
          </Text>
          <ul className={classes.unread}>
            {unread.slice(0, 10).map(({ line, field, text: said }) => (
              <li key={`${line} ${field}`}>
                {t("paste.unreadCell", { line, column: titleOf(field), text: said })}
              </li>
            ))}
          </ul>
          <Checkbox
            mt="xs"
            label={t("paste.without")}
            checked={isWithout}
            onChange={({ currentTarget }) => setWithout(currentTarget.checked)}
          />
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={classes.scroll} aria-label={t("paste.rows")} tabIndex={0}>
        <Table fz="xs" verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((field) => (
                <Table.Th key={field}>{titleOf(field)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {block.lines.slice(0, MOST_SHOWN).map(({ line, level, cells }) => (
              <Table.Tr key={line}>
                {columns.map((field) => (
                  <Table.Td
                    key={field}
                    className={bad.has(`${line} ${field}`) ? classes.bad : undefined}
                    pl={field === "title" ? 8 + level * 16 : undefined}
                  >
                    {cells[field]?.trim()}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </PreviewModal>
  );
}
