import { createFileRoute } from "@tanstack/react-router";
import { SignInPage } from "@/features/accounts/SignInPage";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => ({
    // Only our own addresses: "//elsewhere" and "/\elsewhere" would leave the house.
    next: typeof next === "string" && /^\/[^/\\]/.test(next) ? next : undefined,
  }),
  component: Page,
});

function Page() {
  return <SignInPage next={Route.useSearch().next} />;
}
