import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Door.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages before one is inside: sign-in, set-up, reset, invitation, a locked share. */
export function Door({ title, lead, children }: Props) {
  return (
    <main className={classes.door}>
      <Stack className={classes.card} gap="md">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="Northline" width={40} height={40} />
        <div>
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </div>
        {children}
      </Stack>
    </main>
  );
}
