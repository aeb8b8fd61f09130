import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconShare2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ShareModal } from "./ShareModal";
import type { ShareView } from "./shares";

interface Props {
  view: ShareView;
  objectId: string;
  /** What readers see at the top, unless they are told otherwise. */
  title: string;
  colour?: string;
}

export function ShareButton({ view, objectId, title, colour }: Props) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShare2 size={16} stroke={1.6} aria-hidden />}
        onClick={modal.open}
      >
        {t("share.button")}
      </Button>
      {opened && (
        <ShareModal
          view={view}
          objectId={objectId}
          title={title}
          colour={colour}
          onClose={modal.close}
        />
      )}
    </>
  );
}
