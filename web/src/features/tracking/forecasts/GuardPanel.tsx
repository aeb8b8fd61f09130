import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { Answered, FallNote } from "./FallNote";
import { GuardForm } from "./GuardForm";
import { guardQuery } from "./guard";

interface Props {
  projectId: string;
}

/** Below which chance of the deadline somebody is warned, the warning that stands, and those that were. */
export function GuardPanel({ projectId }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { data: guard, error } = useQuery(guardQuery(projectId));
  if (error && !guard) return <ErrorState title={error.title} detail={error.detail} />;
  if (!guard) return <LoadingState rows={2} />;
  const [newest, ...older] = guard.falls;
  const standing = newest && !newest.over_at ? newest : undefined;
  const past = standing ? older : guard.falls;
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} id={id}>
          <Term meaning={t("forecast.guard.means")}>{t("forecast.guard.title")}</Term>
        </Title>
        {guard.can.edit && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t(guard.chance === null ? "forecast.guard.set" : "forecast.guard.change")}
          </Button>
        )}
      </Group>
      <Stack gap="sm" mt="xs">
        <Text maw={720}>
          {guard.chance === null
            ? t("forecast.guard.off")
            : t("forecast.guard.on", { chance: figures.percent(guard.chance) })}{" "}
          {guard.chance !== null &&
            guard.deputy &&
            t("forecast.guard.deputyIs", { count: guard.days, name: guard.deputy.name })}
        </Text>
        {standing && <FallNote projectId={projectId} guard={guard} fall={standing} />}
        {past.length > 0 && (
          <ul>
            {past.map((fall) => (
              <li key={fall.fell_at}>
                <Text size="sm" component="span">
                  {t("forecast.guard.past", {
                    from: figures.date(fall.fell_at),
                    to: fall.over_at ? figures.date(fall.over_at) : "",
                  })}{" "}
                  <Answered fall={fall} />
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Stack>
      {isOpen && <GuardForm projectId={projectId} guard={guard} onClose={() => setOpen(false)} />}
    </section>
  );
}
