import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { NotificationsForm } from "./NotificationsForm";
import { notificationsQuery } from "./notifications";

/** How a member is told what is in their inbox, and when not. */
export function NotificationsPage() {
  const { data, error, refetch } = useQuery(notificationsQuery);
  if (error && !data)
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  return data ? <NotificationsForm chosen={data} /> : <LoadingState rows={4} />;
}
