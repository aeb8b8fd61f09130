import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

interface Props {
  shown: "list" | "timeline" | "work";
}

/** The ways to look at all projects. */
export function ProjectsViews({ shown }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("project.views")}
      value={shown}
      data={[
        { value: "list", label: t("project.asList") },
        { value: "timeline", label: t("project.inTime") },
        { value: "work", label: t("project.theirWork") },
      ]}
      onChange={(view) =>
        void navigate({
          to: ".",
          search: view === "timeline" || view === "work" ? { view } : {},
        })
      }
    />
  );
}
