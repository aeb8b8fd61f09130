import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { RolesModal } from "./RolesModal";
import type { RoleKind } from "./roles";

interface Props {
  kind: RoleKind;
  id: string;
  mayGive: boolean;
}

/** Opens the people of a product or project. */
export function RolesButton({ kind, id, mayGive }: Props) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUsers size={16} stroke={1.6} aria-hidden />}
        onClick={modal.open}
      >
        {t("role.people")}
      </Button>
      {opened && <RolesModal kind={kind} id={id} mayGive={mayGive} onClose={modal.close} />}
    </>
  );
}
