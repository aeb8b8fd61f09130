import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { indented } from "@/timeline/geometry/indented";
import { useFigures } from "@/ui/words/figures";
import classes from "../outline/Outline.module.css";
import type { PlanItem } from "../plan";

const MOST = 200;

/** The items that will be made, with their dates. */
export function MadeItems({ items }: { items: readonly PlanItem[] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const top = Math.min(...items.map(({ outline_level }) => outline_level));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={classes.scroll} aria-label={t("template.made")} tabIndex={0}>
      <Table fz="xs" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("rows.item")}</Table.Th>
            <Table.Th>{t("template.ends.start")}</Table.Th>
            <Table.Th>{t("template.ends.finish")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.slice(0, MOST).map(({ id, title, type, outline_level, schedule }) => (
            <Table.Tr key={id}>
              <Table.Td
                pl={8 + indented(outline_level - top, 16)}
                fw={type === "summary" ? 600 : undefined}
              >
                {title}
              </Table.Td>
              <Table.Td className="tabular">{schedule && figures.date(schedule.start)}</Table.Td>
              <Table.Td className="tabular">{schedule && figures.date(schedule.finish)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
