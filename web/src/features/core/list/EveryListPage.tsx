import { Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { useKindWord } from "@/ui/kinds";
import type { ListItem } from "@/ui/list/types";
import { peekFor } from "@/ui/shell/registry";
import { EVERY_LIST, type EveryList, FIRST_COLUMNS } from "./everyList";
import { ObjectList } from "./ObjectList";
import { TitleElsewhere } from "./TitleElsewhere";

interface Props {
  kind: EveryList;
  onKind: (kind: EveryList) => void;
}

/** One kind at a time, of all products: for whoever looks after many of them. */
export function EveryListPage({ kind, onKind }: Props) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const kindIn = (field: string) => (item: ListItem) =>
    kindWord(String(item.fields[field]).replaceAll(" ", "_"));
  const elsewhere = {
    title: (item: ListItem) => <TitleElsewhere item={item} />,
    of: kindIn("of"),
    on: kindIn("on"),
  };
  return (
    <Stack gap="md">
      <Select
        w={240}
        aria-label={t("everyList.which")}
        allowDeselect={false}
        value={kind}
        data={EVERY_LIST.map((one) => ({ value: one, label: t(`everyList.name.${one}`) }))}
        onChange={(next) => onKind(EVERY_LIST.find((one) => one === next) ?? EVERY_LIST[0])}
      />
      <Text size="sm" c="dimmed">
        {t(`everyList.lead.${kind}`)}
      </Text>
      <ObjectList
        key={kind}
        kind={kind}
        columns={FIRST_COLUMNS[kind]}
        // What has no panel of its own is looked at where it is used.
        cells={peekFor(kind) ? undefined : elsewhere}
        empty={<EmptyState sentence={t(`everyList.none.${kind}`)} />}
      />
    </Stack>
  );
}
