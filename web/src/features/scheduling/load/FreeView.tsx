import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { keep } from "@/api/download";
import { today } from "@/features/delivery/today";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { csvFile } from "./csv";
import { FreeFilters } from "./FreeFilters";
import { FreeStrip } from "./FreeStrip";
import { freeCsv } from "./freeFile";
import { freeQuery } from "./load";
import { spanFrom } from "./periods";
import type { ResourcesView } from "./view";

interface Props {
  view: ResourcesView;
  onView: (change: Partial<ResourcesView>) => void;
}

const WAIT_MS = 200;
const HOURS = 40;

/** Who is free with these skills when: the hours that each has left, week by week. */
export function FreeView({ view, onView }: Props) {
  const { t } = useTranslation();
  const { by = "week", first = today(), hours = HOURS } = view;
  const span = { first, last: view.until ?? spanFrom(first, by).last };
  const [wanted] = useDebouncedValue(
    {
      skill: view.skill ?? "",
      level: view.level ?? 1,
      and_skill: view.also ?? "",
      and_level: view.alsoLevel ?? 1,
      hours,
      role_id: view.role,
      team_id: view.team,
      soft: view.soft ?? false,
    },
    WAIT_MS,
  );
  const { data, error } = useQuery({
    ...freeQuery(span, by, wanted),
    enabled: span.last >= span.first,
  });
  const words = {
    who: t("load.who"),
    role: t("load.only.role"),
    skills: t("resource.skills"),
    from: t("free.from"),
    enoughOn: t("free.enoughOn", { hours }),
    free: t("free.free"),
    capacity: t("load.capacity"),
  };
  return (
    <>
      <FreeFilters
        view={{ ...view, by, first, hours, until: span.last }}
        onView={onView}
        onExport={
          data && data.people.length > 0
            ? () => keep(csvFile(freeCsv(data, words)), `free-${span.first}-${span.last}.csv`)
            : undefined
        }
      />
      <ProblemNote fault={error} />
      {!data && !error && <LoadingState rows={3} />}
      {data?.people.length === 0 && <Text size="sm">{t("free.nobody")}</Text>}
      {data && data.people.length > 0 && <FreeStrip found={data} hours={hours} />}
    </>
  );
}
