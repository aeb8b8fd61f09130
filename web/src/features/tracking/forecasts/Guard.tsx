import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { Answered, FallNote } from "./FallNote";
import { GuardForm } from "./GuardForm";
import type { DeadlineGuard, ItemGuard } from "./guard";

interface Props {
  projectId: string;
  /** The item whose deadline it is, else the project's. */
  item?: ItemGuard["item"];
  guard: DeadlineGuard;
}

/** Below which chance of a deadline somebody is warned, the warning that stands, and those that were. */
export function Guard({ projectId, item, guard }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [newest, ...older] = guard.falls;
  const standing = newest && !newest.over_at ? newest : undefined;
  const past = standing ? older : guard.falls;
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} id={id} fz={item && "sm"}>
          <Term meaning={t(item ? "forecast.guard.itemsMean" : "forecast.guard.means")}>
            {t("forecast.guard.title")}
          </Term>
        </Title>
        {guard.can.edit && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t(guard.chance === null ? "forecast.guard.set" : "forecast.guard.change")}
          </Button>
        )}
      </Group>
      <Stack gap="sm" mt="xs">
        <Text maw={720} size={item && "sm"}>
          {guard.chance === null
            ? t("forecast.guard.off")
            : t("forecast.guard.on", { chance: figures.percent(guard.chance) })}{" "}
          {guard.chance !== null &&
            guard.deputy &&
            t("forecast.guard.deputyIs", { count: guard.days, name: guard.deputy.name })}
        </Text>
        {standing && (
          <FallNote projectId={projectId} itemId={item?.id} guard={guard} fall={standing} />
        )}
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
      {isOpen && (
        <GuardForm projectId={projectId} item={item} guard={guard} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}
