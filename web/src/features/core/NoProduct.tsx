import { Button } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useCreate } from "@/ui/shell/useCreate";

interface Props {
  icon: TablerIcon;
  /** What belongs to a product. */
  sentence: string;
}

/** Stands where there is no product yet: who may make one does so here, others read whom to ask. */
export function NoProduct({ icon, sentence }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const { can } = useSession();
  return (
    <EmptyState
      icon={icon}
      sentence={sentence}
      action={
        can.administer && (
          <Button onClick={() => create.open("product")}>{t("home.firstProduct")}</Button>
        )
      }
      example={!can.administer && t("home.askForProduct")}
    />
  );
}
