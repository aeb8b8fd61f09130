import { Button, Popover, Table, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { useFigures } from "@/ui/words/figures";
import { lookersOf, useSeen, visitsQuery } from "./seen";

interface Props {
  kind: Kind;
  id: string;
  /** The view of it that is looked at, such as a product's roadmap; all of it without. */
  view?: string;
  /** Whoever contributes is told who looked. */
  maySee: boolean;
  /** Does the page take the look down itself? */
  isTaken?: boolean;
}

/** Takes the look down, and says who else has looked, the latest first. */
export function SeenBy({ kind, id, view = "", maySee, isTaken = false }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [opened, setOpened] = useState(false);
  useSeen(kind, id, view, !isTaken);
  const { data } = useQuery({ ...visitsQuery(kind, id), enabled: maySee });
  const lookers = lookersOf(data ?? [], view);
  if (!maySee || lookers.length === 0) return null;
  const label = t("seen.lookers", { count: lookers.length });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconEye size={14} aria-hidden />}
          aria-label={label}
          title={label}
          onClick={() => setOpened(!opened)}
        >
          {figures.number(lookers.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" c="dimmed" mb={4}>
          {label}
        </Text>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <div style={{ maxHeight: 320, overflowY: "auto" }} tabIndex={0}>
          <Table fz="sm">
            <Table.Tbody>
              {lookers.map(({ by, at }) => (
                <Table.Tr key={by.id}>
                  <Table.Td>{by.name}</Table.Td>
                  <Table.Td align="right">
                    <Text span size="xs" c="dimmed">
                      <time dateTime={at} title={figures.dateTime(at)}>
                        {figures.ago(at)}
                      </time>
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
