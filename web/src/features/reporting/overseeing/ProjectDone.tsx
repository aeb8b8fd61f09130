import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Delivery } from "./overseeing";
import classes from "./overseeing.module.css";

interface Props {
  project: Delivery["projects"][number];
}

export function ProjectDone({ project }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <div className={classes.line}>
      <KeyBadge value={project.key} />
      <PeekLink kind="project" id={project.id} objectKey={project.key} fz="sm">
        {project.title}
      </PeekLink>
      <Text size="sm" c="dimmed" className={classes.end}>
        {project.percent !== null && `${figures.percent(project.percent / 100)} · `}
        {t("delivery.items", { done: project.items_done, count: project.items })}
      </Text>
    </div>
  );
}
