import { Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { StaleAnswer } from "../answers/StaleAnswer";
import type { Answer, Recovery } from "./recovery";
import { WayRow } from "./WayRow";

interface Props {
  recovery: Recovery;
  answer: Answer;
  isAgain: boolean;
  onAgain: () => void;
}

/** The date as it stands, and the ways to make it beside one another: what each gains and what it takes. */
export function AnswerView({ recovery, answer, isAgain, onAgain }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [shown, setShown] = useState<string | undefined>(answer.ways[0]?.name);
  const { project, item } = recovery;
  return (
    <Stack gap="md">
      <div>
        <PeekLink kind="project" id={project.id} objectKey={project.key} fz="sm">
          {project.title}
          {item && ` · ${item.title}`}
        </PeekLink>
        <Text>
          {t(answer.reached ? "recovery.reached" : "recovery.stands", {
            chance: figures.percent(answer.probability),
            day: figures.date(answer.deadline),
            target: figures.percent(answer.target),
            late: figures.date(answer.p80),
          })}
        </Text>
      </div>
      {recovery.stale && (
        <StaleAnswer
          title={t("recovery.stale")}
          lead={t("recovery.staleLead")}
          verb={t("recovery.again")}
          isAgain={isAgain}
          onAgain={onAgain}
        />
      )}
      <section>
        <Title order={2} fz="md" mb="xs">
          {t("recovery.ways", { count: answer.ways.length })}
        </Title>
        <Table.ScrollContainer minWidth={720}>
          <Table aria-label={t("recovery.ways", { count: answer.ways.length })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("recovery.way")}</Table.Th>
                <Table.Th ta="right">{t("recovery.chance")}</Table.Th>
                <Table.Th ta="right">{t("recovery.gain")}</Table.Th>
                <Table.Th>{t("scenario.p80")}</Table.Th>
                {answer.priced && <Table.Th ta="right">{t("recovery.cost")}</Table.Th>}
                <Table.Th ta="right">{t("recovery.hours")}</Table.Th>
                <Table.Th ta="right">{t(`recovery.lost.${answer.value.unit}`)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {answer.ways.map((way) => (
                <WayRow
                  key={way.name}
                  way={way}
                  recovery={recovery}
                  isPriced={answer.priced}
                  isShown={shown === way.name}
                  onShow={() => setShown(shown === way.name ? undefined : way.name)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {answer.ways.length === 0 && <Text size="sm">{t("recovery.none")}</Text>}
      </section>
      <Text size="xs" c="dimmed">
        {t("recovery.tried", {
          plans: figures.number(answer.simulations),
          samples: figures.number(answer.samples),
        })}
      </Text>
    </Stack>
  );
}
