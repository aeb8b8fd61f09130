import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { AttitudeMark } from "./AttitudeMark";
import type { Registered } from "./types";
import { WordMark } from "./WordMark";

interface Props {
  people: readonly Registered[];
}

/** The register in figures and words, with what each was told last and said last. */
export function StakeholderTable({ people }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Table.ScrollContainer minWidth={880}>
      <Table fz="sm" verticalSpacing={6} aria-label={t("stakeholder.plural")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("stakeholder.name")}</Table.Th>
            <Table.Th>{t("stakeholder.attitudeLabel")}</Table.Th>
            <Table.Th ta="end">{t("stakeholder.power")}</Table.Th>
            <Table.Th ta="end">{t("stakeholder.interest")}</Table.Th>
            <Table.Th>{t("stakeholder.concerns")}</Table.Th>
            <Table.Th>{t("stakeholder.lastTold")}</Table.Th>
            <Table.Th>{t("stakeholder.lastWord")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                <KeyBadge value={person.key} />{" "}
                <PeekLink kind="stakeholder" id={person.id} objectKey={person.key} fz="sm">
                  {person.title}
                </PeekLink>
                <Text size="xs" c="dimmed">
                  {[person.position, person.organisation].filter(Boolean).join(", ")}
                </Text>
              </Table.Td>
              <Table.Td>
                <AttitudeMark attitude={person.attitude} />
              </Table.Td>
              <Table.Td ta="end">{person.power}</Table.Td>
              <Table.Td ta="end">{person.interest}</Table.Td>
              <Table.Td maw={240}>{person.concerns}</Table.Td>
              <Table.Td maw={260}>
                {person.last_told ? (
                  <>
                    {person.last_told.summary}
                    <Text size="xs" c="dimmed">
                      {[
                        figures.date(person.last_told.at),
                        person.last_told.channel,
                        person.last_told.version !== null &&
                          t("stakeholder.saw", { number: person.last_told.version }),
                      ]
                        .filter(Boolean)
                        .join(", ")}
                    </Text>
                  </>
                ) : (
                  <Text size="sm" c="dimmed">
                    {t("stakeholder.neverTold")}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {person.last_verdict && (
                  <>
                    <WordMark word={person.last_verdict.word} />
                    <Text size="xs" c="dimmed">
                      {t("stakeholder.onVersion", { number: person.last_verdict.version })}
                    </Text>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
