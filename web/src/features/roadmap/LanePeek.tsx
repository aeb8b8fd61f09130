import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Activity } from "@/features/core/Activity";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import type { PeekProps } from "@/ui/shell/registry";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useSave } from "@/ui/useSave";
import type { Lane } from "./roadmap";

/** A lane: its name, the way to its initiatives, and what happened to it. */
export default function LanePeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const path = `/lanes/${id}`;
  const queryKey = ["lane", id];
  const { data: lane, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => http.get<Lane>(path, { signal }),
  });
  const { mutate } = useSave<Lane>(queryKey, path, lane?.key);
  if (error && !lane) return <ErrorState title={error.title} detail={error.detail} />;
  if (!lane) return <LoadingState rows={3} />;
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="lane" />
          <KeyBadge value={lane.key} />
        </>
      }
      title={
        <InlineTitle
          value={lane.title}
          canEdit={lane.can.edit === true && lane.archived_at === null}
          onSave={(title) => mutate({ seen: lane, fields: { title } })}
        />
      }
      rail={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/roadmap"
              params={{ workspace }}
              search={{
                product: lane.product_id,
                view: "table",
                list: { where: [["lane", "is", id]] },
              }}
            />
          )}
        >
          {t("lane.itsInitiatives")}
        </Anchor>
      }
    >
      <Activity subject={{ kind: "lane", id }} />
    </ObjectFrame>
  );
}
