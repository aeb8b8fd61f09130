import { Button, MultiSelect, Popover, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "@/features/core/members";
import { ProblemNote } from "@/ui/ProblemNote";
import type { Ranking } from "./types";
import { useRoundStep } from "./useRoundStep";

interface Props {
  ranking: Ranking;
}

/** Opens a round of group scoring. */
export function AskForScores({ ranking }: Props) {
  const { t } = useTranslation();
  const [opened, popover] = useDisclosure();
  const [asked, setAsked] = useState<string[]>([]);
  const { data: people } = useQuery({ ...peopleQuery, enabled: opened });
  const step = useRoundStep(ranking, popover.close);
  return (
    <Popover opened={opened} onChange={(next) => !next && popover.close()} width={360} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconUsers size={16} aria-hidden />}
          onClick={popover.toggle}
        >
          {t("round.ask")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{t("round.means")}</Text>
          <MultiSelect
            searchable
            label={t("round.who")}
            value={asked}
            onChange={setAsked}
            comboboxProps={{ withinPortal: false }}
            data={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ProblemNote fault={step.error} />
          <Button
            disabled={asked.length === 0}
            loading={step.isPending}
            onClick={() => step.mutate({ what: "", body: { members: asked } })}
          >
            {t("round.open")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
