import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { planFindingsQuery } from "./findings";

interface Props {
  projectId: string;
  isOpen: boolean;
  onToggle: () => void;
}

/** In the chart's bar of controls: how much is found wrong with the plan. */
export function FindingsButton({ projectId, isOpen, onToggle }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(planFindingsQuery(projectId));
  return (
    <Button
      size="compact-sm"
      variant={isOpen ? "light" : "subtle"}
      color={isOpen ? undefined : "gray"}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      {data ? t("lint.count", { count: data.findings.length }) : t("lint.title")}
    </Button>
  );
}
