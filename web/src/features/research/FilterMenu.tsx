import { Button, Menu } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { FILTERS, IDEA_STATUSES, type OnView, SOURCES, type Tab } from "./discover";
import { FilterSub } from "./FilterSub";
import { useCustomerOptions } from "./useCustomerOptions";
import { useTags } from "./useTags";

interface Props {
  tab: Tab;
  productId: string;
  onView: OnView;
}

/** Adds a filter: first which one, then its value. */
export function FilterMenu({ tab, productId, onView }: Props) {
  const { t } = useTranslation();
  const has = new Set(FILTERS[tab]);
  const tags = useTags(productId);
  const customers = useCustomerOptions();
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
        >
          {t("filter.add")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {has.has("source") && (
          <FilterSub
            label={t("filter.source")}
            options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
            onPick={(value) => onView({ source: SOURCES.find((known) => known === value) })}
          />
        )}
        {has.has("status") && (
          <FilterSub
            label={t("filter.status")}
            options={IDEA_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            onPick={(value) => onView({ status: IDEA_STATUSES.find((known) => known === value) })}
          />
        )}
        {has.has("tag") && tags.length > 0 && (
          <FilterSub
            label={t("filter.tag")}
            options={tags.map((tag) => ({ value: tag, label: tag }))}
            onPick={(tag) => onView({ tag })}
          />
        )}
        {has.has("customer") && customers.length > 0 && (
          <FilterSub
            label={t("filter.customer")}
            options={customers}
            onPick={(customer) => onView({ customer })}
          />
        )}
        <Menu.Item onClick={() => onView({ archived: true })}>{t("filter.archived")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
