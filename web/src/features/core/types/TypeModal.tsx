import { Button, Group, Modal, Radio, Select, Switch, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useKept } from "@/features/core/useKept";
import { CreateForm } from "@/ui/CreateForm";
import { COLOURS, ICONS, type ItemType } from "./itemTypes";
import { StateRows } from "./StateRows";
import { rowsOfStates, type StateRow, statesOfRows, withOneMore } from "./states";
import { TypeMark } from "./TypeMark";

interface Props {
  /** The type to change; a new one without. */
  type: ItemType | undefined;
  onClose: () => void;
}

/** Makes or changes a type of work: its name and look, and the states that it goes through. */
export function TypeModal({ type, onClose }: Props) {
  const { t } = useTranslation();
  const keep = useKept("item_type", onClose);
  const [title, setTitle] = useState(type?.title ?? "");
  const [description, setDescription] = useState(type?.description ?? "");
  const [icon, setIcon] = useState<ItemType["icon"]>(type?.icon ?? "check");
  const [colour, setColour] = useState<ItemType["colour"]>(type?.colour ?? "gray");
  const [rows, setRows] = useState<StateRow[]>(() => rowsOfStates(type?.workflow ?? []));
  const usual = (): StateRow[] =>
    (["to_do", "doing", "done"] as const).map((category, row) => ({
      id: null,
      name: t(`board.categories.${category}`),
      category,
      limit: null,
      row,
    }));
  const save = () => {
    const fields = { title, description, icon, colour, workflow: statesOfRows(rows) };
    keep.mutate({
      run: () =>
        type
          ? http.patch(`/item-types/${type.id}`, fields, { version: type.version })
          : http.post("/item-types", fields),
      said: t(type ? "itemTypes.saved" : "itemTypes.added", { title }),
    });
  };
  return (
    <Modal opened onClose={onClose} title={type?.title ?? t("itemTypes.add")} size="lg">
      <CreateForm
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onCancel={onClose}
        isPending={keep.isPending}
        fault={keep.error}
        verb={t("save")}
      >
        <TextInput
          label={t("itemTypes.name")}
          data-autofocus
          required
          maxLength={40}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t("itemTypes.description")}
          maxLength={300}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Radio.Group
          label={t("itemTypes.icon")}
          value={icon}
          onChange={(next) => setIcon(ICONS.find((one) => one === next) ?? "check")}
        >
          <Group gap="sm" mt={4}>
            {ICONS.map((one) => (
              <Radio
                key={one}
                size="xs"
                value={one}
                aria-label={t(`itemTypes.icons.${one}`)}
                label={
                  <TypeMark
                    type={{ icon: one, colour, title: t(`itemTypes.icons.${one}`) }}
                    isNamed
                  />
                }
              />
            ))}
          </Group>
        </Radio.Group>
        <Select
          label={t("itemTypes.colour")}
          allowDeselect={false}
          value={colour}
          data={COLOURS.map((one) => ({ value: one, label: t(`itemTypes.colours.${one}`) }))}
          onChange={(next) => setColour(COLOURS.find((one) => one === next) ?? "gray")}
        />
        <Switch
          label={t("itemTypes.ownStates")}
          description={t("itemTypes.ownStatesMeans")}
          checked={rows.length > 0}
          onChange={(event) => setRows(event.currentTarget.checked ? usual() : [])}
        />
        {rows.length > 0 && (
          <>
            <Text size="sm" c="dimmed">
              {t("itemTypes.ownStatesOrder")}
            </Text>
            <StateRows rows={rows} onRows={setRows} />
            <Button
              variant="default"
              w="fit-content"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setRows(withOneMore(rows))}
            >
              {t("board.addState")}
            </Button>
          </>
        )}
      </CreateForm>
    </Modal>
  );
}
