import { Button, Group, NavLink, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { useSave } from "@/ui/useSave";
import { CalendarSheet } from "./CalendarSheet";
import classes from "./Calendars.module.css";
import { type Calendar, calendarsQuery } from "./resources";

interface Props {
  projectId?: string;
  canAdd: boolean;
}

/** The working times of the workspace, or of a project too: choose one at the left, change it at the right. */
export function Calendars({ projectId, canAdd }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const query = calendarsQuery(projectId);
  const { data: calendars, error } = useQuery(query);
  const [chosen, setChosen] = useState<string>();
  const open = calendars?.find(({ id }) => id === chosen) ?? calendars?.[0];
  const make = useMutation({
    mutationFn: () =>
      http.post<Calendar>("/calendars", {
        title: t("calendar.newTitle"),
        project_id: projectId ?? null,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["calendar"] });
      setChosen(made.id);
    },
  });
  const save = useSave<Calendar>(
    ["calendar", open?.id],
    `/calendars/${open?.id ?? ""}`,
    open?.title,
  );
  if (!calendars) return error ? <ProblemNote fault={error} /> : <LoadingState rows={4} />;
  const add = canAdd && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate()}
    >
      {t("calendar.add")}
    </Button>
  );
  if (!open) return <EmptyState sentence={t("calendar.empty")} action={add} />;
  return (
    <div className={classes.two}>
      <nav className={classes.names} aria-label={t("calendar.title")}>
        {calendars.map(({ id, title, project }) => (
          <NavLink
            key={id}
            component="button"
            active={id === open.id}
            label={title}
            description={project?.title}
            onClick={() => setChosen(id)}
          />
        ))}
        <Group mt="sm">{add}</Group>
        <ProblemNote fault={make.error} />
      </nav>
      <div className={classes.open}>
        <CalendarSheet
          key={`${open.id} ${open.version}`}
          calendar={open}
          isSaving={save.isPending}
          onEdit={(fields) =>
            save.mutate(
              { seen: open, fields },
              { onSettled: () => void cache.invalidateQueries({ queryKey: ["calendar"] }) },
            )
          }
        />
        {!open.can.edit && (
          <Text size="sm" c="dimmed">
            {t("calendar.readOnly")}
          </Text>
        )}
      </div>
    </div>
  );
}
