import { createFileRoute } from "@tanstack/react-router";
import { RisksPage } from "@/features/tracking/RisksPage";
import { readRegisterView } from "@/features/tracking/view";

export const Route = createFileRoute("/$workspace/risks")({
  validateSearch: readRegisterView,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { register, everywhere } = Route.useSearch();
  return (
    <RisksPage
      view={{ register, everywhere }}
      onView={(change) =>
        void navigate({
          search: (before) => ({ ...before, ...change, list: undefined }),
          replace: true,
        })
      }
    />
  );
}
