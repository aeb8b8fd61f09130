import { Button, Tooltip } from "@mantine/core";
import { IconBell, IconBellOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Subject } from "@/features/core/activity";
import { useWatch, watchQuery } from "./talk";

interface Props {
  subject: Subject;
}

/** Whether what happens here comes to my inbox, and why. */
export function WatchButton({ subject }: Props) {
  const { t } = useTranslation();
  const { data: watch } = useQuery(watchQuery(subject));
  const follow = useWatch(subject);
  if (!watch) return null;
  const why = watch.on && watch.why ? t(`talk.why.${watch.why}`) : t("talk.whyNot");
  return (
    <Tooltip label={why}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        aria-pressed={watch.on}
        leftSection={
          watch.on ? <IconBell size={16} aria-hidden /> : <IconBellOff size={16} aria-hidden />
        }
        loading={follow.isPending}
        onClick={() => follow.mutate(!watch.on)}
      >
        {watch.on ? t("talk.following") : t("talk.follow")}
      </Button>
    </Tooltip>
  );
}
