import { ActionIcon, Button, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ColumnChoice } from "@/features/core/list/ColumnChoice";
import type { PlanColumns } from "./usePlanColumns";

interface Props {
  columns: PlanColumns;
}

/** In the chart's bar of controls: which columns the outline has, and in which order. */
export function ColumnsButton({ columns }: Props) {
  const { t } = useTranslation();
  const { ids, offered, titles, isChosen, choose } = columns;
  const named = (id: (typeof offered)[number]) => ({ id, label: titles.get(id) ?? id });
  return (
    <Popover position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          title={t("list.columns")}
          aria-label={t("list.columns")}
        >
          <IconColumns3 size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" w={280} aria-label={t("list.columns")}>
        <ColumnChoice
          shown={ids.map(named)}
          hidden={offered.filter((id) => !ids.includes(id)).map(named)}
          fixed="title"
          onChange={choose}
        />
        {isChosen && (
          <Button
            mt="xs"
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => choose(null)}
          >
            {t("planColumns.usual")}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
