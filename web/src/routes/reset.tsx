import { createFileRoute } from "@tanstack/react-router";
import { ResetConfirmPage } from "@/features/accounts/ResetConfirmPage";
import { ResetRequestPage } from "@/features/accounts/ResetRequestPage";

export interface ResetSearch {
  uid?: string;
  token?: string;
}

export const Route = createFileRoute("/reset")({
  validateSearch: ({ uid, token }: Record<string, unknown>): ResetSearch => ({
    uid: uid === undefined ? undefined : String(uid),
    token: token === undefined ? undefined : String(token),
  }),
  component: Page,
});

function Page() {
  const { uid, token } = Route.useSearch();
  return uid && token ? <ResetConfirmPage uid={uid} token={token} /> : <ResetRequestPage />;
}
