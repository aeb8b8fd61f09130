import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { projectsQuery } from "@/features/delivery/delivery";

interface Props {
  value: string | null;
  onChange: (projectId: string | null) => void;
  error?: ReactNode;
}

/** A project whose register one may write in. */
export function ProjectSelect({ value, onChange, error }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(projectsQuery());
  const projects = (data?.items ?? []).filter(({ can }) => can.contribute);
  return (
    <Select
      label={t("kind.project")}
      required
      searchable
      allowDeselect={false}
      value={value}
      onChange={onChange}
      error={error}
      data={projects.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
    />
  );
}

/** The project whose page is open. */
export function useOpenProject(): string | null {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return /\/projects\/([0-9a-f-]{36})/.exec(path)?.[1] ?? null;
}
