import { useQuery } from "@tanstack/react-query";
import { LoadingState } from "@/ui/LoadingState";
import { DriversTable } from "./DriversTable";
import { type Forecast, forecastQuery } from "./plan";

interface Props {
  projectId: string;
  /** An edit answers before the drivers are known; then they are asked for. */
  known: Forecast["drivers"];
}

export function Drivers({ projectId, known }: Props) {
  const { data } = useQuery({ ...forecastQuery(projectId), enabled: known === null });
  const drivers = known ?? data?.drivers;
  return drivers ? <DriversTable drivers={drivers} /> : <LoadingState rows={3} />;
}
