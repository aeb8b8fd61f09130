import { Button, Divider, Group, NumberInput, Popover, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCut } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { capacityQuery } from "./queries";
import type { Scorecard } from "./types";
import { useCardSave } from "./useCardSave";

interface Props {
  scorecard: Scorecard;
  canEdit: boolean;
}

/** Where the line runs: person-days typed in or taken from the people of the projects, or a number of items. */
export function CutControl({ scorecard, canEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [opened, popover] = useDisclosure();
  const save = useCardSave(scorecard);
  const { cut_days, cut_count } = scorecard;
  const parts = [
    cut_days !== null && t("cut.days", { days: figures.number(cut_days) }),
    cut_count !== null && t("cut.count", { count: cut_count }),
  ].filter(Boolean);
  const label = parts.length > 0 ? t("cut.at", { what: parts.join(", ") }) : t("cut.none");
  if (!canEdit) {
    return (
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    );
  }
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && popover.close()}
      width={360}
      position="bottom-end"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCut size={16} aria-hidden />}
          onClick={popover.toggle}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <NumberInput
            key={`days:${cut_days}`}
            label={<Term meaning={t("cut.capacityMeans")}>{t("cut.capacity")}</Term>}
            suffix={`\u202f${t("cut.unit")}`}
            min={0}
            defaultValue={cut_days ?? ""}
            onBlur={(event) => {
              const next = figureOf(event.currentTarget.value);
              if (next !== cut_days) save({ cut_days: next });
            }}
          />
          <FromPeople scorecard={scorecard} onTake={(days) => save({ cut_days: days })} />
          <Divider />
          <NumberInput
            key={`count:${cut_count}`}
            label={t("cut.countLabel")}
            min={0}
            allowDecimal={false}
            defaultValue={cut_count ?? ""}
            onBlur={(event) => {
              const next = figureOf(event.currentTarget.value);
              if (next !== cut_count) save({ cut_count: next });
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function FromPeople({
  scorecard,
  onTake,
}: {
  scorecard: Scorecard;
  onTake: (days: number) => void;
}) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [first, setFirst] = useState<string | null>(dayjs().format("YYYY-MM-DD"));
  const [last, setLast] = useState<string | null>(
    dayjs().add(3, "month").subtract(1, "day").format("YYYY-MM-DD"),
  );
  const { data } = useQuery({
    ...capacityQuery(scorecard.product_id, first ?? "", last ?? ""),
    enabled: first !== null && last !== null,
  });
  return (
    <Stack gap={4}>
      <Group grow align="end">
        <DateField label={t("cut.first")} value={first} onChange={setFirst} />
        <DateField label={t("cut.last")} value={last} onChange={setLast} />
      </Group>
      <Button
        variant="light"
        size="xs"
        disabled={!data || data.days === 0}
        onClick={() => data && onTake(Math.round(data.days))}
      >
        {data
          ? t("cut.take", { days: figures.number(Math.round(data.days)), count: data.people })
          : t("loading")}
      </Button>
    </Stack>
  );
}

function figureOf(text: string): number | null {
  const figure = Number.parseFloat(text.replace(/[^\d.]/g, ""));
  return Number.isFinite(figure) ? figure : null;
}
