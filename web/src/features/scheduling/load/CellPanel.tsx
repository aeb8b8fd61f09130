import { Anchor, CloseButton, Group, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { CriticalSign } from "../CriticalSign";
import { useDurationText } from "../useDurationText";
import { cellQuery, type HeatRow, type Span } from "./load";

interface Props {
  row: HeatRow;
  span: Span;
  soft: boolean;
  onClose: () => void;
}

/** What is behind a cell: the items, how much of them, and how long each could wait. */
export function CellPanel({ row, span, soft, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const durationText = useDurationText();
  const { data: cell, error } = useQuery(cellQuery(row.resource.id, span, soft));
  return (
    <section aria-label={t("load.behind", { who: row.resource.title })}>
      <Group justify="space-between" mt="md" mb="xs">
        <Title order={2} fz="md">
          {row.resource.title} · {figures.date(span.first)}
          {span.last !== span.first && ` – ${figures.date(span.last)}`}
        </Title>
        <CloseButton aria-label={t("close")} onClick={onClose} />
      </Group>
      <ProblemNote fault={error} />
      {!cell && !error && <LoadingState rows={2} />}
      {cell && (
        <Text size="sm" mb="xs">
          {t("load.figures", {
            load: figures.number(cell.load),
            capacity: figures.number(cell.capacity),
          })}
          {cell.over > 0 && ` · ${t("load.over", { over: figures.number(cell.over) })}`}
        </Text>
      )}
      {cell && cell.items.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("kind.work_item")}</Table.Th>
                <Table.Th>{t("kind.project")}</Table.Th>
                <Table.Th ta="right">{t("load.hours")}</Table.Th>
                <Table.Th ta="right">{t("people.units")}</Table.Th>
                <Table.Th>{t("item.dates")}</Table.Th>
                <Table.Th>{t("item.slack")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cell.items.map(({ item, project, ...told }) => (
                <Table.Tr key={told.assignment_id}>
                  <Table.Td className="nl-title">
                    <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
                      {item.title}
                    </PeekLink>
                  </Table.Td>
                  <Table.Td className="nl-title">
                    <Anchor
                      fz="sm"
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/$workspace/projects/$id"
                          params={{ workspace, id: project.id }}
                        />
                      )}
                    >
                      {project.title}
                    </Anchor>
                  </Table.Td>
                  <Table.Td ta="right">{figures.number(told.hours)}</Table.Td>
                  <Table.Td ta="right">
                    {figures.percent(told.units)}
                    {told.booking === "soft" && ` ${t("people.soft")}`}
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: "nowrap" }}>
                    {figures.date(told.start)} – {figures.date(told.finish)}
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: "nowrap" }}>
                    {durationText(told.slack_minutes)} <CriticalSign isCritical={told.critical} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
