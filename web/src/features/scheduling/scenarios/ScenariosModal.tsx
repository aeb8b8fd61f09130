import { Anchor, Button, Modal, Table, Text } from "@mantine/core";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { useFigures } from "@/ui/words/figures";
import { type Scenario, scenariosQuery } from "./scenarios";
import { useScenarioDeeds } from "./useScenarioDeeds";

interface Props {
  projectId: string;
  onEnter: (id: string) => void;
  onClose: () => void;
}

/** Every scenario that there was, with what became of it. */
export function ScenariosModal({ projectId, onEnter, onClose }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(scenariosQuery(projectId, true));
  return (
    <Modal opened onClose={onClose} title={t("scenario.many")} size="xl">
      {!data ? (
        <LoadingState rows={3} />
      ) : data.length === 0 ? (
        <EmptyState icon={IconArrowsSplit2} sentence={t("scenario.empty")} />
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("scenario.name")}</Table.Th>
                <Table.Th w={130}>{t("scenario.state")}</Table.Th>
                <Table.Th w={120}>{t("baseline.finish")}</Table.Th>
                <Table.Th w={110}>{t("baseline.chance")}</Table.Th>
                <Table.Th w={130}>{t("scenario.openedBy")}</Table.Th>
                <HiddenHead w={120}>{t("scenario.takeUp")}</HiddenHead>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((scenario) => (
                <ScenarioRow key={scenario.id} scenario={scenario} onEnter={onEnter} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Modal>
  );
}

function ScenarioRow({ scenario, onEnter }: { scenario: Scenario } & Pick<Props, "onEnter">) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { takeUp } = useScenarioDeeds(scenario);
  const { id, title, note, state, change_count, finish, probability, opened_by } = scenario;
  return (
    <Table.Tr>
      <Table.Td>
        {state === "open" ? (
          <Anchor component="button" size="sm" onClick={() => onEnter(id)}>
            {title}
          </Anchor>
        ) : (
          <Text size="sm">{title}</Text>
        )}
        <Text size="xs" c="dimmed">
          {[note, state === "open" && t("scenario.changes", { count: change_count })]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </Table.Td>
      <Table.Td>{t(`scenario.is.${state}`)}</Table.Td>
      <Table.Td>{finish && figures.date(finish)}</Table.Td>
      <Table.Td>
        <ChanceBadge chance={probability} />
      </Table.Td>
      <Table.Td>{opened_by?.name}</Table.Td>
      <Table.Td>
        {state === "thrown_away" && scenario.can.archive && (
          <Button size="compact-xs" variant="default" onClick={() => takeUp()}>
            {t("scenario.takeUp")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
