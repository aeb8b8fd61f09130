import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ObjectTabs } from "@/features/throughline/ObjectTabs";
import type { Place } from "@/features/throughline/useObjectTab";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { CanvasBoard } from "./canvases/CanvasBoard";
import { visionQuery } from "./queries";
import { VisionByline } from "./VisionByline";

interface Props {
  id: string;
  place: Place;
}

/** One version of the vision. It is written once, so nothing here can be edited. */
export function VisionView({ id, place }: Props) {
  const { data: vision, error } = useQuery(visionQuery(id));
  if (error && !vision) throw error;
  if (!vision) return <LoadingState />;
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="vision" />
          <KeyBadge value={vision.key} />
        </>
      }
      title={<Title order={1}>{vision.title}</Title>}
      rail={<VisionByline vision={vision} />}
    >
      <CanvasBoard template="vision_board" version={vision} />
      <ObjectTabs object={vision} place={place} />
    </ObjectFrame>
  );
}
