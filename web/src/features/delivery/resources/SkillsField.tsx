import { ActionIcon, Button, Group, Select, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Block } from "./Block";
import { ABLE, LEVELS, type Resource } from "./resources";

interface Props {
  resource: Resource;
  canEdit: boolean;
  onEdit: (fields: Record<string, unknown>) => void;
}

/** What somebody can do, and how well from 1 to 5. */
export function SkillsField({ resource, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const { skills, skill_levels: levels } = resource;
  const add = () => {
    const skill = name.trim();
    if (!skill || skills.includes(skill)) return;
    onEdit({ skills: [...skills, skill], skill_levels: { ...levels, [skill]: ABLE } });
    setName("");
  };
  return (
    <Block title={t("resource.skills")}>
      {skills.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("resource.noSkills")}
        </Text>
      )}
      {skills.map((skill) => (
        <Group key={skill} gap="sm" wrap="nowrap" mb={4}>
          <Text size="sm" flex={1} truncate>
            {skill}
          </Text>
          <Select
            size="xs"
            w={150}
            allowDeselect={false}
            readOnly={!canEdit}
            aria-label={t("resource.levelOf", { skill })}
            data={LEVELS.map((level) => ({
              value: String(level),
              label: t(`resource.levels.${level}`),
            }))}
            value={String(levels[skill] ?? ABLE)}
            onChange={(level) =>
              level && onEdit({ skill_levels: { ...levels, [skill]: Number(level) } })
            }
          />
          {canEdit && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("resource.forget", { name: skill })}
              onClick={() => onEdit({ skills: skills.filter((one) => one !== skill) })}
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {canEdit && (
        <Group gap="sm" wrap="nowrap" mt="xs">
          <TextInput
            size="xs"
            flex={1}
            maxLength={60}
            aria-label={t("resource.newSkill")}
            placeholder={t("resource.newSkill")}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onKeyDown={({ key }) => key === "Enter" && add()}
          />
          <Button size="xs" variant="default" disabled={!name.trim()} onClick={add}>
            {t("resource.addSkill")}
          </Button>
        </Group>
      )}
    </Block>
  );
}
