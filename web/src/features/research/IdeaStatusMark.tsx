import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { IdeaStatus } from "./discover";
import { IdeaStatusIcon } from "./IdeaStatusIcon";

interface Props {
  status: IdeaStatus;
}

export function IdeaStatusMark({ status }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap">
      <IdeaStatusIcon status={status} />
      {t(`status.${status}`)}
    </Group>
  );
}
