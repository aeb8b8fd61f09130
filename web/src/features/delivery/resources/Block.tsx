import { Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  children: ReactNode;
}

/** A part of a sheet under its own heading. */
export function Block({ title, children }: Props) {
  return (
    <section style={{ marginBlock: 16 }}>
      <Title order={2} fz="sm" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}
