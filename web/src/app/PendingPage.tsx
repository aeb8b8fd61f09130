import { LoadingState } from "@/ui/LoadingState";

export function PendingPage() {
  return <LoadingState />;
}
