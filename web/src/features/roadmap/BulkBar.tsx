import { ActionIcon, Button, Group, Paper, Select, Text, Tooltip } from "@mantine/core";
import { IconChevronsLeft, IconChevronsRight, IconParking, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { themesQuery } from "@/features/core/themes";
import { windowMoved } from "./laneItems";
import { MoveButton } from "./MoveButton";
import classes from "./RoadmapPage.module.css";
import { HORIZONS, type Initiative, type Lane, STATUSES } from "./roadmap";
import { useManySave } from "./useManySave";

interface Props {
  productId: string;
  picked: readonly Initiative[];
  lanes: readonly Lane[];
  onClear: () => void;
}

const QUIET = { size: "xs", w: 130, value: null } as const;
/** Far enough to come to the next unit, whatever the precision. */
const UNIT = { day: 7, month: 31, quarter: 92 };

/** What can be done to all that are picked, as one deed with one undo. */
export function BulkBar({ productId, picked, lanes, onClear }: Props) {
  const { t } = useTranslation();
  const save = useManySave(productId);
  const { data: themes = [] } = useQuery(themesQuery(productId));
  const said = t("roadmap.bulk.done", { count: picked.length });
  const all = (fields: Partial<Initiative>) =>
    save.mutate({ edits: picked.map((seen) => ({ seen, fields })), said });
  const shift = (direction: -1 | 1) => {
    const edits = picked.flatMap((seen) => {
      if (!seen.window) return [];
      const days = UNIT[seen.window.precision];
      return [{ seen, fields: { window: windowMoved(seen.window, direction * days * 1440) } }];
    });
    if (edits.length > 0) save.mutate({ edits, said });
  };
  const options = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <Paper
      className={classes.bulk}
      shadow="md"
      withBorder
      role="toolbar"
      aria-label={t("roadmap.bulk.title")}
    >
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t("roadmap.bulk.count", { count: picked.length })}
        </Text>
        <Select
          {...QUIET}
          aria-label={t("initiative.status")}
          placeholder={t("initiative.status")}
          data={options(STATUSES, (status) => t(`status.${status}`))}
          onChange={(status) => status && all({ status: status as Initiative["status"] })}
        />
        <Select
          {...QUIET}
          aria-label={t("initiative.horizon")}
          placeholder={t("initiative.horizon")}
          data={options(HORIZONS, (horizon) => t(`horizon.${horizon}`))}
          onChange={(horizon) => horizon && all({ horizon: horizon as Initiative["horizon"] })}
        />
        <Select
          {...QUIET}
          aria-label={t("kind.lane")}
          placeholder={t("kind.lane")}
          data={lanes.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(lane_id) => lane_id && all({ lane_id })}
        />
        <Select
          {...QUIET}
          aria-label={t("kind.theme")}
          placeholder={t("kind.theme")}
          data={themes.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(theme_id) => theme_id && all({ theme_id })}
        />
        <PersonSelect
          size="xs"
          w={150}
          aria-label={t("initiative.owner")}
          placeholder={t("initiative.owner")}
          clearable={false}
          value={null}
          onChange={(owner_id) => owner_id && all({ owner_id })}
        />
        <Tooltip label={t("roadmap.bulk.earlier")}>
          <ActionIcon
            variant="default"
            aria-label={t("roadmap.bulk.earlier")}
            onClick={() => shift(-1)}
          >
            <IconChevronsLeft size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("roadmap.bulk.later")}>
          <ActionIcon
            variant="default"
            aria-label={t("roadmap.bulk.later")}
            onClick={() => shift(1)}
          >
            <IconChevronsRight size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconParking size={14} aria-hidden />}
          onClick={() => all({ parked: true })}
        >
          {t("roadmap.park")}
        </Button>
        <MoveButton size="xs" productId={productId} rows={picked} onMoved={onClear} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("roadmap.bulk.clear")}
          onClick={onClear}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
