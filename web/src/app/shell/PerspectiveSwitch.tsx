import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Perspective } from "@/api/session";
import { usePerspective } from "./usePerspective";

export function PerspectiveSwitch() {
  const { t } = useTranslation();
  const { perspective, choose } = usePerspective();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t("shell.perspective")}
      value={perspective}
      onChange={(value) => choose(value as Perspective)}
      data={[
        { value: "product", label: t("perspective.product") },
        { value: "project", label: t("perspective.project") },
      ]}
    />
  );
}
