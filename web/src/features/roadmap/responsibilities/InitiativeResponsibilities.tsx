import { Group, SimpleGrid, Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartProps } from "@/ui/shell/parts";
import { Amiss } from "./Amiss";
import { Answering, useSaid } from "./Answering";
import { HoldingForm } from "./HoldingForm";
import classes from "./Responsibilities.module.css";
import { sheetQuery } from "./responsibilities";

const SIDES = ["product", "project"] as const;

/** The twelve functions of an initiative: who answers for why and what, and who for how and when. */
export default function InitiativeResponsibilities({ id }: PartProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data: sheet } = useQuery(sheetQuery(id));
  const [open, setOpen] = useState<string | null>(null);
  if (!sheet) return null;
  const holding = sheet.functions.find((one) => one.function === open);
  return (
    <Stack component="section" gap="xs" aria-label={t("responsibility.title")}>
      <Group justify="space-between">
        <Text size="xs" c="dimmed" fw={600}>
          {t("responsibility.title")}
        </Text>
        <Amiss sheets={[sheet]} />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" verticalSpacing="xs">
        {SIDES.map((side) => (
          <Stack key={side} gap={0}>
            <Text size="xs" c="dimmed">
              {t(`responsibility.side.${side}`)}
            </Text>
            {sheet.functions
              .filter((one) => one.side === side)
              .map((one) => (
                <UnstyledButton
                  key={one.function}
                  className={classes.row}
                  disabled={sheet.can.edit !== true}
                  title={said(one)}
                  onClick={() => setOpen(one.function)}
                >
                  <Text span size="sm" c="dimmed">
                    {t(`responsibility.function.${one.function}`)}
                  </Text>
                  <Answering holding={one} size="row" />
                </UnstyledButton>
              ))}
          </Stack>
        ))}
      </SimpleGrid>
      {holding && <HoldingForm sheet={sheet} holding={holding} onClose={() => setOpen(null)} />}
    </Stack>
  );
}
