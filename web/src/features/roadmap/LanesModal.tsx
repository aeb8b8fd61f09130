import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANE_COLOURS } from "@/features/core/laneColours";
import { EveryListLink } from "@/features/core/list/EveryListLink";
import { LaneRow } from "./LaneRow";
import type { Lane } from "./roadmap";
import { useLaneDeeds } from "./useLaneDeeds";

interface Props {
  productId: string;
  lanes: readonly Lane[];
  opened: boolean;
  onClose: () => void;
}

/** The lanes of a roadmap: add one, rename, recolour, reorder, remove an empty one. */
export function LanesModal({ productId, lanes, opened, onClose }: Props) {
  const { t } = useTranslation();
  const [title, setTitle] = useState("");
  const deeds = useLaneDeeds(productId);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const names = Object.keys(LANE_COLOURS);
    const colour = names[lanes.length % names.length] ?? "blue";
    if (title.trim() === "") return;
    deeds.add.mutate({ title: title.trim(), colour }, { onSuccess: () => setTitle("") });
  };
  /** Between its new neighbours, so that no other lane moves. */
  const move = (index: number, step: -1 | 1) => {
    const lane = lanes[index];
    const near = lanes[index + step];
    if (!lane || !near) return;
    const far = lanes[index + 2 * step];
    const position = far ? (near.position + far.position) / 2 : near.position + step;
    deeds.edit.mutate({ lane, fields: { position } });
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t("lane.title")} size="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("lane.lead")}
        </Text>
        <Stack gap={4}>
          {lanes.map((lane, index) => (
            <LaneRow
              key={lane.id}
              lane={lane}
              place={{ index, count: lanes.length }}
              onEdit={(fields) => deeds.edit.mutate({ lane, fields })}
              onMove={(step) => move(index, step)}
              onRemove={() => deeds.remove.mutate(lane)}
            />
          ))}
        </Stack>
        <EveryListLink kind="lane">{t("lane.all")}</EveryListLink>
        <form onSubmit={add}>
          <Group gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              aria-label={t("lane.new")}
              placeholder={t("lane.new")}
              value={title}
              maxLength={300}
              data-autofocus
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <Button
              type="submit"
              leftSection={<IconPlus size={16} aria-hidden />}
              loading={deeds.add.isPending}
            >
              {t("lane.add")}
            </Button>
          </Group>
        </form>
      </Stack>
    </Modal>
  );
}
