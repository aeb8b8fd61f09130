import { Button, Popover, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { looksQuery, type Share } from "./shares";

/** How often a share was opened, and on which days. Who it was is not kept. */
export function ShareLooks({ share }: { share: Share }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [opened, setOpened] = useState(false);
  const { data: looks = [] } = useQuery({ ...looksQuery(share.id), enabled: opened });
  const label = t("share.looks", {
    count: share.looks,
    day: share.last_look && figures.date(share.last_look),
  });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${label}: ${t("share.byDay")}`}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" c="dimmed" mb={4}>
          {t("share.nobodyNamed")}
        </Text>
        <Table fz="sm">
          <Table.Tbody>
            {looks.map(({ day, count }) => (
              <Table.Tr key={day}>
                <Table.Td>{figures.date(day)}</Table.Td>
                <Table.Td align="right">{figures.number(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
