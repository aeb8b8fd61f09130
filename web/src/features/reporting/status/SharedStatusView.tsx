import { Stack, Text, Title } from "@mantine/core";
import { type Health, HealthBadge } from "@/ui/HealthBadge";
import { Figures } from "./Figures";
import classes from "./status.module.css";

/** A report as whoever has its link reads it. */
export interface SharedStatus {
  project: string;
  health: Health;
  why: string[];
  published_on: string;
  published_by: string;
  figures: { name: string; value: string; moved: string }[];
  sections: { name: string; heading: string; sentences: { text: string }[] }[];
}

export function SharedStatusView({ status }: { status: SharedStatus }) {
  return (
    <Stack gap="md" maw={880} mx="auto" p="md">
      <div>
        <HealthBadge health={status.health} />
        <Text size="sm">{status.why.join(" ")}</Text>
      </div>
      <Figures rows={status.figures} />
      {status.sections.map(({ name, heading, sentences }) => (
        <section key={name} className={classes.section} aria-labelledby={`status-${name}`}>
          <Title order={2} size="h4" id={`status-${name}`}>
            {heading}
          </Title>
          <ul className={classes.sentences}>
            {sentences.map(({ text }) => (
              <li key={text} className={classes.sentence}>
                {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}
