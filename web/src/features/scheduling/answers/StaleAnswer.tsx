import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

interface Props {
  title: string;
  lead: string;
  verb: string;
  isAgain: boolean;
  onAgain: () => void;
}

/** What was computed does not hold any more, and can be computed again. */
export function StaleAnswer({ title, lead, verb, isAgain, onAgain }: Props) {
  return (
    <Alert
      variant="default"
      icon={<IconAlertTriangle size={18} color="var(--nl-warning)" />}
      title={title}
    >
      <Group gap="sm">
        <Text size="sm">{lead}</Text>
        <Button size="compact-sm" loading={isAgain} onClick={onAgain}>
          {verb}
        </Button>
      </Group>
    </Alert>
  );
}
