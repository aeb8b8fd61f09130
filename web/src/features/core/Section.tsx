import { Text, Title } from "@mantine/core";
import { Children, type ReactNode } from "react";
import classes from "./Section.module.css";

interface Props {
  title: string;
  /** What belongs here, while nothing does. */
  empty: string;
  children: ReactNode;
}

export function Section({ title, empty, children }: Props) {
  return (
    <section className={classes.section}>
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      {Children.count(children) > 0 ? (
        children
      ) : (
        <Text c="dimmed" size="sm" p="sm">
          {empty}
        </Text>
      )}
    </section>
  );
}
