import { useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { PeekProps } from "@/ui/shell/registry";
import { MomentSheet } from "../MomentSheet";
import type { Baseline } from "./baselines";

/** A baseline where it is named elsewhere, with the way to what has moved since. */
export default function BaselinePeek({ id }: PeekProps) {
  const { data, error } = useQuery({
    queryKey: ["baseline", id],
    queryFn: ({ signal }) => http.get<Baseline>(`/baselines/${id}`, { signal }),
  });
  return <MomentSheet object={data} error={error} search={{ baseline: id, view: "baselines" }} />;
}
