import { Button, Group, Menu, Modal, NavLink, Stack, Text } from "@mantine/core";
import { IconArchive, IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { AudienceForm } from "./AudienceForm";
import classes from "./AudiencesModal.module.css";
import { audiencesQuery, GROUPS } from "./audiences";
import { useAudienceDeeds } from "./useAudienceDeeds";

interface Props {
  productId: string;
  /** The audience that is shown at first; the oldest without it. */
  first?: string;
  onClose: () => void;
}

/** Who reads a product's roadmap, and what each of them is shown. */
export function AudiencesModal({ productId, first, onClose }: Props) {
  const { t } = useTranslation();
  const { data: audiences = [] } = useQuery(audiencesQuery(productId));
  const { add, edit, remove } = useAudienceDeeds(productId);
  const [chosenId, setChosenId] = useState(first);
  const chosen = audiences.find(({ id }) => id === chosenId) ?? audiences[0];
  const addButton = (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          loading={add.isPending}
        >
          {t("audience.add")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {GROUPS.map((group) => (
          <Menu.Item
            key={group}
            onClick={() =>
              add.mutate(
                { title: t(`audience.group.${group}`), group },
                { onSuccess: ({ id }) => setChosenId(id) },
              )
            }
          >
            <Text size="sm">{t(`audience.group.${group}`)}</Text>
            <Text size="xs" c="dimmed">
              {t(`audience.usual.${group}`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Modal opened onClose={onClose} title={t("audience.title")} size="xl">
      <Text size="sm" c="dimmed" mb="md">
        {t("audience.lead")}
      </Text>
      {!chosen ? (
        <EmptyState icon={IconUsersGroup} sentence={t("audience.empty")} action={addButton} />
      ) : (
        <div className={classes.page}>
          <nav className={classes.list} aria-label={t("audience.title")}>
            {audiences.map((audience) => (
              <NavLink
                key={audience.id}
                component="button"
                active={audience.id === chosen.id}
                label={audience.title}
                onClick={() => setChosenId(audience.id)}
              />
            ))}
            <Group mt="sm">{addButton}</Group>
          </nav>
          <Stack gap="lg">
            <AudienceForm
              audience={chosen}
              onEdit={(fields) => edit.mutate({ audience: chosen, fields })}
            />
            <Group justify="flex-end">
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                leftSection={<IconArchive size={14} aria-hidden />}
                onClick={() => remove.mutate(chosen)}
              >
                {t("audience.remove")}
              </Button>
            </Group>
          </Stack>
        </div>
      )}
    </Modal>
  );
}
