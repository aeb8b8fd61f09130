import { Button, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Moved } from "./levelling";

const FIRST = 100;

/** Every item whose dates differ: when it was, when it would be, and why. */
export function MovesTable({ moves }: { moves: readonly Moved[] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? moves : moves.slice(0, FIRST);
  return (
    <section>
      <Title order={2} fz="md" mb="xs">
        {t("levelling.moves", { count: moves.length })}
      </Title>
      {moves.length === 0 && <Text size="sm">{t("levelling.noMoves")}</Text>}
      {moves.length > 0 && (
        <Table.ScrollContainer minWidth={720}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("kind.work_item")}</Table.Th>
                <Table.Th>{t("levelling.was")}</Table.Th>
                <Table.Th>{t("levelling.becomes")}</Table.Th>
                <Table.Th>{t("levelling.why")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((move) => (
                <Table.Tr key={move.item.id}>
                  <Table.Th scope="row">
                    <PeekLink kind="work_item" id={move.item.id} objectKey={move.item.key} fz="sm">
                      {move.item.key} {move.item.title}
                    </PeekLink>
                  </Table.Th>
                  <Table.Td>
                    {figures.dateTime(move.was_start)} – {figures.dateTime(move.was_finish)}
                  </Table.Td>
                  <Table.Td>
                    {figures.dateTime(move.start)} – {figures.dateTime(move.finish)}
                  </Table.Td>
                  <Table.Td>
                    <Reason move={move} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {shown.length < moves.length && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setWhole(true)}>
          {t("levelling.all", { count: moves.length })}
        </Button>
      )}
    </section>
  );
}

function Reason({ move }: { move: Moved }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const others = move.because_of.map(({ key, title }) => `${key} ${title}`).join(", ");
  if (move.reason === "resource" && move.resource && move.busy_from && move.busy_until) {
    return (
      <Text size="sm">
        {t(move.rest ? "levelling.reason.rest" : "levelling.reason.resource", {
          name: move.resource.title,
          from: figures.dateTime(move.busy_from),
          until: figures.dateTime(move.busy_until),
          others,
        })}
        {move.outweighed_by &&
          ` ${t("levelling.reason.outweighed", { name: move.outweighed_by.title })}`}
      </Text>
    );
  }
  if (move.reason === "link" && others) {
    return <Text size="sm">{t("levelling.reason.linkTo", { others })}</Text>;
  }
  return <Text size="sm">{t(`levelling.reason.${move.reason}`)}</Text>;
}
