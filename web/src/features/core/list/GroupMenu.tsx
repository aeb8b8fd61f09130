import { Button, Menu } from "@mantine/core";
import { IconCheck, IconLayoutList } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
}

export function GroupMenu({ list }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { group } = list.state;
  const by = list.byName.get(group);
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button
          size="xs"
          variant={by ? "light" : "subtle"}
          color={by ? undefined : "gray"}
          leftSection={<IconLayoutList size={14} stroke={1.6} aria-hidden />}
        >
          {by ? t("list.groupedBy", { field: words.field(by).toLowerCase() }) : t("list.group")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {group !== "" && (
          <Menu.Item onClick={() => list.set({ group: "" })}>{t("list.noGroup")}</Menu.Item>
        )}
        {list.fields
          .filter((field) => field.groupable)
          .map((field) => (
            <Menu.Item
              key={field.name}
              rightSection={field.name === group && <IconCheck size={14} />}
              onClick={() => list.set({ group: field.name })}
            >
              {words.field(field)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
