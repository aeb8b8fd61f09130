import { Button } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PartProps } from "@/ui/shell/parts";
import { useWorkspace } from "@/ui/shell/useWorkspace";

/** In the head of a project's page: level it. */
export default function LevelButton({ id }: PartProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Button
      variant="default"
      leftSection={<IconScale size={14} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/levelling"
          params={{ workspace }}
          search={{ projects: [id] }}
        />
      )}
    >
      {t("levelling.open")}
    </Button>
  );
}
