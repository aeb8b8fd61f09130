import { Group, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type DiscoverView, FILTERS, type OnView, type Tab } from "./discover";
import { FilterChip } from "./FilterChip";
import { FilterMenu } from "./FilterMenu";
import { useFilterWord } from "./useFilterWord";

interface Props {
  tab: Tab;
  productId: string;
  view: DiscoverView;
  onView: OnView;
}

const WAIT_MS = 200;

/** Search and filters; every filter that is set stands as a chip that takes it away. */
export function DiscoverTools({ tab, productId, view, onView }: Props) {
  const { t } = useTranslation();
  const filterWord = useFilterWord();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Cleared or gone back to elsewhere: show it, but never write under the typing hand.
    if (field.current && document.activeElement !== field.current) {
      field.current.value = view.q ?? "";
    }
  }, [view.q]);
  const search = useDebouncedCallback((q: string) => onView({ q: q || undefined }), WAIT_MS);
  const set = FILTERS[tab].filter((name) => view[name] !== undefined);
  return (
    <Group gap="sm" mb="sm">
      <TextInput
        ref={field}
        type="search"
        size="xs"
        w={{ base: "100%", xs: 240 }}
        aria-label={t("discover.search")}
        placeholder={t("discover.search")}
        leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        defaultValue={view.q}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <FilterMenu tab={tab} productId={productId} onView={onView} />
      {set.map((name) => (
        <FilterChip
          key={name}
          word={filterWord(name, view)}
          onRemove={() => onView({ [name]: undefined })}
        />
      ))}
      {tab === "opportunities" && (
        <SegmentedControl
          size="xs"
          ml="auto"
          aria-label={t("discover.shape")}
          value={view.shape ?? "tree"}
          onChange={(next) => onView({ shape: next === "list" ? "list" : undefined })}
          data={[
            { value: "tree", label: t("discover.tree") },
            { value: "list", label: t("discover.list") },
          ]}
        />
      )}
    </Group>
  );
}
