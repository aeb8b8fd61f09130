import { Avatar, Paper, Portal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Talk.module.css";
import type { Asking } from "./useMentions";

interface Props {
  asking: Asking;
}

/** The members that fit what stands after the “@”; the keyboard stays in the editor. */
export function MentionList({ asking }: Props) {
  const { t } = useTranslation();
  const { people, chosen, place, pick } = asking;
  return (
    <Portal>
      <Paper
        withBorder
        shadow="md"
        className={classes.people}
        style={{ top: (place?.bottom ?? 0) + 4, left: place?.left ?? 0 }}
      >
        {people.length === 0 ? (
          <Text size="sm" c="dimmed" px="sm" py={6} role="status">
            {t("talk.nobody")}
          </Text>
        ) : (
          <div role="listbox" aria-label={t("talk.people")}>
            {people.map((person, index) => (
              <div
                key={person.id}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className={classes.person}
                onMouseDown={(event) => {
                  event.preventDefault();
                  pick(person);
                }}
              >
                <Avatar name={person.name} size={20} color="north" aria-hidden />
                {person.name}
              </div>
            ))}
          </div>
        )}
      </Paper>
    </Portal>
  );
}
