import { ActionIcon, Button, Group, NumberInput, Table, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { Block } from "./Block";
import { type Rate, type Rates, type Resource, ratesQuery, resourceQuery } from "./resources";

const NAMES = ["per_hour", "overtime_per_hour", "per_use"] as const;
const NONE: Rate = { since: null, per_hour: 0, overtime_per_hour: 0, per_use: 0 };

/** What an hour costs, from which day on; shown to nobody without the right. */
export function RatesTable({ resource }: { resource: Resource }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const { data, error } = useQuery(ratesQuery(resource.id));
  const [fresh, setFresh] = useState(NONE);
  const set = useMutation({
    mutationFn: (rates: Rate[]) =>
      http.put<Rates>(
        `/resources/${resource.id}/rates`,
        { rates },
        { version: data?.version ?? resource.version },
      ),
    onSuccess: (told) => {
      cache.setQueryData(ratesQuery(resource.id).queryKey, told);
      void cache.invalidateQueries({ queryKey: resourceQuery(resource.id).queryKey, exact: true });
      setFresh(NONE);
    },
  });
  const rates = data?.rates ?? [];
  const isTaken = rates.some(({ since }) => since === fresh.since);
  return (
    <Block title={<Term meaning={t("resource.ratesMean")}>{t("resource.rates")}</Term>}>
      {rates.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("resource.noRates")}
        </Text>
      )}
      {rates.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("resource.since")}</Table.Th>
              {NAMES.map((name) => (
                <Table.Th key={name} ta="right">
                  {t(`resource.${name}`)}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rates.map((rate) => (
              <Table.Tr key={rate.since ?? ""}>
                <Table.Td>{rate.since ? figures.date(rate.since) : t("resource.ever")}</Table.Td>
                {NAMES.map((name) => (
                  <Table.Td key={name} ta="right">
                    {figures.number(rate[name])}
                  </Table.Td>
                ))}
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t("resource.forget", {
                      name: rate.since ? figures.date(rate.since) : t("resource.ever"),
                    })}
                    onClick={() => set.mutate(rates.filter((one) => one !== rate))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group gap="sm" mt="xs" align="flex-end">
        <DateField
          label={t("resource.since")}
          value={fresh.since ?? null}
          onChange={(since) => setFresh({ ...fresh, since })}
        />
        {NAMES.map((name) => (
          <NumberInput
            key={name}
            w={110}
            min={0}
            label={t(`resource.${name}`)}
            value={fresh[name]}
            onChange={(value) => setFresh({ ...fresh, [name]: Number(value) || 0 })}
          />
        ))}
        <Button
          variant="default"
          disabled={isTaken}
          loading={set.isPending}
          onClick={() => set.mutate([...rates, fresh])}
        >
          {t("resource.addRate")}
        </Button>
      </Group>
      <ProblemNote fault={error ?? set.error} />
    </Block>
  );
}
