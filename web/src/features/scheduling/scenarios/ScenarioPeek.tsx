import { useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { PeekProps } from "@/ui/shell/registry";
import { MomentSheet } from "../MomentSheet";
import type { Scenario } from "./scenarios";

/** A scenario where it is named elsewhere, with the way into it. */
export default function ScenarioPeek({ id }: PeekProps) {
  const { data, error } = useQuery({
    queryKey: ["scenario", id],
    queryFn: ({ signal }) => http.get<Scenario>(`/scenarios/${id}`, { signal }),
  });
  return <MomentSheet object={data} error={error} search={{ scenario: id }} />;
}
