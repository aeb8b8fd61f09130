import { Button, Group, Stack, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { UndoButton } from "@/features/core/UndoButton";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import type { ResearchImport } from "./imports";
import { LossList } from "./LossList";

interface Props {
  given: ResearchImport;
  onAgain: () => void;
}

/** What came in, what did not, and the way to take all of it back. */
export function DoneStep({ given, onAgain }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const counts = given.outcome?.counts ?? {};
  return (
    <Stack gap="lg">
      <Title order={2}>
        {t("researchImport.done", {
          create: figures.number(counts.create ?? 0),
          update: figures.number(counts.update ?? 0),
          unchanged: figures.number(counts.unchanged ?? 0),
        })}
      </Title>
      <LossList losses={given.outcome?.losses ?? []} />
      <Group gap="sm">
        <Button
          renderRoot={(props) => (
            <Link {...props} to="/$workspace/discover" params={{ workspace }} />
          )}
        >
          {t("researchImport.open")}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t("researchImport.another")}
        </Button>
        {given.change && <UndoButton changeId={given.change} />}
      </Group>
    </Stack>
  );
}
