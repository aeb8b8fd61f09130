import { Loader, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import type { Edit } from "../plan";
import { useConsequenceWords } from "../useConsequenceWords";
import classes from "./Outline.module.css";
import type { usePreview } from "./usePreview";

interface Props {
  edits: readonly Edit[];
  /** What the preview says once it is known; the caller holds its button until then. */
  preview: ReturnType<typeof usePreview>;
}

const MOST = 100;

/** What edits would do to the dates: before anything of it is done. */
export function Consequences({ edits, preview }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const inWords = useConsequenceWords();
  const { data, error, isFetching } = preview;
  if (edits.length === 0) return null;
  if (error) return <ProblemNote fault={error} />;
  if (!data) return <Loader size="sm" aria-label={t("rows.computing")} />;
  const { moved } = data;
  return (
    <Stack gap="xs" role="status" aria-busy={isFetching}>
      <Text size="sm" fw={600}>
        {inWords(data)}
      </Text>
      {moved.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section className={classes.scroll} aria-label={t("rows.dates")} tabIndex={0}>
          <Table fz="xs" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("rows.item")}</Table.Th>
                <Table.Th>{t("rows.was")}</Table.Th>
                <Table.Th>{t("rows.becomes")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moved.slice(0, MOST).map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{`${one.key} ${one.title}`}</Table.Td>
                  <Table.Td>{`${figures.date(one.was_start)} – ${figures.date(one.was_finish)}`}</Table.Td>
                  <Table.Td>{`${figures.date(one.start)} – ${figures.date(one.finish)}`}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </Stack>
  );
}
