import { Button, type ButtonProps } from "@mantine/core";
import { IconLifebuoy } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";

interface Props extends ButtonProps {
  project: string;
  /** Whose date it is, where it is not that of the whole project. */
  item?: string;
}

/** To the ways of making a date. */
export function RecoverLink({ project, item, ...button }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Button
      leftSection={<IconLifebuoy size={14} aria-hidden />}
      {...button}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/recovery"
          params={{ workspace }}
          search={{ project, item }}
        />
      )}
    >
      {t("recovery.open")}
    </Button>
  );
}
