import { ActionIcon, ColorSwatch, Group, Menu, TextInput, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCheck, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { colourOf, LANE_COLOURS } from "@/features/core/laneColours";
import type { Lane } from "./roadmap";

interface Props {
  lane: Lane;
  place: { index: number; count: number };
  onEdit: (fields: Partial<Lane>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

export function LaneRow({ lane, place, onEdit, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(lane.title);
  const save = () => {
    const next = title.trim();
    if (next === "") setTitle(lane.title);
    else if (next !== lane.title) onEdit({ title: next });
  };
  const named = { lane: lane.title };
  return (
    <Group gap="sm" wrap="nowrap">
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton aria-label={t("lane.colour", named)}>
            <ColorSwatch size={20} color={colourOf(lane.colour, place.index)} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.entries(LANE_COLOURS).map(([name, colour]) => (
            <Menu.Item
              key={name}
              leftSection={<ColorSwatch size={16} color={colour} />}
              rightSection={lane.colour === name && <IconCheck size={14} aria-hidden />}
              onClick={() => onEdit({ colour: name })}
            >
              {t(`colour.${name as "blue"}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <TextInput
        flex={1}
        variant="unstyled"
        styles={{ input: { textOverflow: "ellipsis" } }}
        title={title}
        aria-label={t("lane.name", named)}
        value={title}
        maxLength={300}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("lane.up", named)}
        disabled={place.index === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("lane.down", named)}
        disabled={place.index === place.count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("lane.remove", named)}
        onClick={onRemove}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
