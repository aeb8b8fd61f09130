import { Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { today } from "@/features/delivery/today";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { demandQuery } from "./load";
import { NobodyOn } from "./NobodyOn";
import { spanFrom } from "./periods";
import { usePeriodWords } from "./periodWords";
import { SoftSwitch } from "./SoftSwitch";
import { SpanTools } from "./SpanTools";
import { UnfilledRow } from "./UnfilledRow";
import type { ResourcesView } from "./view";

interface Props {
  view: ResourcesView;
  onView: (change: Partial<ResourcesView>) => void;
}

/** Demand against capacity by role, and the work that nobody is named for yet. */
export function DemandView({ view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { by = "month", first = today(), soft = false } = view;
  const span = spanFrom(first, by);
  const periodWord = usePeriodWords(by);
  const { data, error } = useQuery(demandQuery(span, by, soft));
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  return (
    <>
      <SpanTools by={by} first={span.first} onView={onView}>
        <SoftSwitch soft={soft} onView={onView} />
      </SpanTools>
      {data.roles.length === 0 && <EmptyState sentence={t("demand.empty")} />}
      {data.roles.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("resource.role")}</Table.Th>
                {data.periods.map((period) => (
                  <Table.Th key={period.first} ta="right">
                    {periodWord(period.first)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.roles.map(({ role, people, capacity, filled, unfilled }) => (
                <Table.Tr key={role.id}>
                  <Table.Th scope="row" className="nl-title">
                    <PeekLink kind="resource" id={role.id} objectKey={role.key} fz="sm">
                      {role.title}
                    </PeekLink>
                    <Text size="xs" c="dimmed">
                      {t("demand.people", { count: people })}
                    </Text>
                  </Table.Th>
                  {data.periods.map((period, place) => {
                    const asked = (filled[place] ?? 0) + (unfilled[place] ?? 0);
                    const there = capacity[place] ?? 0;
                    const short = asked > there;
                    return (
                      <Table.Td key={period.first} ta="right">
                        <Text
                          size="sm"
                          c={short ? "var(--nl-bad)" : undefined}
                          fw={short ? 600 : 400}
                          style={{ whiteSpace: "nowrap" }}
                        >
                          {figures.number(Math.round(asked))} / {figures.number(Math.round(there))}
                        </Text>
                        {(unfilled[place] ?? 0) > 0 && (
                          <Text size="xs" c="dimmed">
                            {t("demand.unfilledHours", {
                              hours: figures.number(Math.round(unfilled[place] ?? 0)),
                            })}
                          </Text>
                        )}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Title order={2} fz="md" mt="lg" mb="xs">
        {t("demand.unfilled")}
      </Title>
      {data.unfilled.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(data.nobody_on.count > 0 ? "demand.noneWaits" : "demand.allFilled")}
        </Text>
      )}
      {data.unfilled.map((one) => (
        <UnfilledRow key={one.assignment_id} work={one} />
      ))}
      <NobodyOn nobodyOn={data.nobody_on} />
    </>
  );
}
