import { Combobox, Group, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Kind, ObjectRef } from "@/api/types";
import { searchQuery } from "@/features/core/search";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { useKindWord } from "@/ui/kinds";

interface Props {
  kinds: readonly Kind[];
  excludeId?: string;
  isPending?: boolean;
  onPick: (object: ObjectRef) => void;
}

const WAIT_MS = 150;

/** Finds one object by title or key: type, arrows, Enter. */
export function ObjectSearch({ kinds, excludeId, isPending, onPick }: Props) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const combobox = useCombobox();
  const [q, setQ] = useState("");
  const [asked] = useDebouncedValue(q.trim(), WAIT_MS);
  const { data, isFetching } = useQuery({
    ...searchQuery(asked, kinds.join(",")),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const hits = asked === "" ? [] : (data ?? []).filter((hit) => hit.id !== excludeId);
  const words = kinds.map((kind) => kindWord(kind).toLowerCase()).join(t("links.or"));
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const hit = hits.find((candidate) => candidate.id === id);
        if (hit) onPick(hit);
      }}
    >
      <Combobox.EventsTarget>
        <TextInput
          type="search"
          data-autofocus
          aria-label={t("links.find", { kinds: words })}
          placeholder={t("links.find", { kinds: words })}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          rightSection={(isFetching || isPending) && <Loader size={14} />}
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options mah={260} style={{ overflowY: "auto" }}>
        {hits.map((hit) => (
          <Combobox.Option key={hit.id} value={hit.id}>
            <Group gap="sm" wrap="nowrap">
              <KindIcon kind={hit.kind} />
              <KeyBadge value={hit.key} />
              <Text size="sm" truncate>
                {hit.title}
              </Text>
            </Group>
          </Combobox.Option>
        ))}
        {asked !== "" && hits.length === 0 && !isFetching && (
          <Combobox.Empty>{t("links.nothing")}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
