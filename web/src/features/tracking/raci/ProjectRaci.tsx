import { Button, Group, Stack, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type CSSProperties, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "@/features/core/members";
import { RaciLegend } from "@/features/core/raci/RaciLegend";
import { type RaciLine, RaciMatrix } from "@/features/core/raci/RaciMatrix";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PeekLink } from "@/ui/PeekLink";
import type { PartProps } from "@/ui/shell/parts";
import classes from "./ProjectRaci.module.css";
import { projectRaciQuery, type RaciView, readRaciView, rolesOf } from "./projectRaci";
import { RaciTools } from "./RaciTools";
import { useCircles } from "./useCircles";

/** Who owns each item of a project, works on it, is asked before and told after. */
export default function ProjectRaci({ id }: PartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const view = readRaciView(useSearch({ strict: false }));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...projectRaciQuery(id, view),
    placeholderData: keepPreviousData,
  });
  const { data: everybody } = useQuery(peopleQuery);
  const circles = useCircles(id, view);
  const [added, setAdded] = useState<readonly string[]>([]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const first = data?.pages[0];
  if (error && !data) throw error;
  if (!first) return <LoadingState />;
  const known = new Set(first.people.map((person) => person.id));
  const more = (everybody ?? []).filter((one) => added.includes(one.id) && !known.has(one.id));
  const people = [...first.people, ...more.map((one) => ({ ...one, member: true }))];
  const onView = (change: RaciView) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
  const lines: RaciLine[] = items.map((item) => ({
    id: item.id,
    name: item.title,
    label: (
      <div className={classes.item} style={{ "--depth": item.depth } as CSSProperties}>
        <PeekLink
          kind="work_item"
          id={item.id}
          objectKey={item.key}
          fz="sm"
          fw={item.summary ? 600 : undefined}
        >
          {item.title}
        </PeekLink>
      </div>
    ),
    roles: rolesOf(item),
    end: item.gaps.length > 0 && (
      <Text span size="xs" className={classes.gap}>
        {item.gaps.map((gap) => t(`raci.gap.${gap}`)).join(", ")}
      </Text>
    ),
  }));
  const isFiltered = Object.values(view).some((value) => value !== undefined);
  return (
    <PageBody>
      <Stack gap="sm" pt="md">
        <RaciTools
          projectId={id}
          people={first.people}
          phases={items.filter(({ summary }) => summary)}
          view={view}
          onView={onView}
          onAdd={first.can.edit ? (member) => setAdded((before) => [...before, member]) : undefined}
        />
        <RaciLegend hint={first.can.edit ? t("raci.hintOfItems") : undefined} />
        {items.length === 0 ? (
          <EmptyState
            icon={IconUsersGroup}
            sentence={t(isFiltered ? "raci.nothingFits" : "raci.noItems")}
          />
        ) : (
          <RaciMatrix
            label={t("plan.view.raci")}
            head={t("kind.work_item")}
            lines={lines}
            people={people}
            may={first.can.edit ? ["consulted", "informed"] : []}
            fixed={(role) => role === "accountable" || role === "shares"}
            onSet={(line, person, role) =>
              circles.mutate({ item: line.id, member: person.id, role })
            }
          />
        )}
        {hasNextPage && (
          <Group>
            <Button
              variant="default"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t("raci.more", { left: first.total - items.length })}
            </Button>
          </Group>
        )}
      </Stack>
    </PageBody>
  );
}
