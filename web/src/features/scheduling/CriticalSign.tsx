import { IconBolt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Term } from "@/ui/Term";

interface Props {
  isCritical: boolean;
}

export function CriticalSign({ isCritical }: Props) {
  const { t } = useTranslation();
  if (!isCritical) return null;
  return (
    <span style={{ color: "var(--nl-bad)" }}>
      <IconBolt size={14} aria-hidden style={{ verticalAlign: -2 }} />
      <Term meaning={t("item.criticalMeans")}>{t("item.critical")}</Term>
    </span>
  );
}
