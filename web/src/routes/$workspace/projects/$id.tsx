import { createFileRoute } from "@tanstack/react-router";
import { ProjectPage } from "@/features/scheduling/ProjectPage";
import { type PeopleView, readPeopleView } from "@/features/scheduling/people/view";
import { planQuery } from "@/features/scheduling/plan";
import { type PlanView, readPlanView } from "@/features/scheduling/view";
import { type BoardView, readBoardView } from "@/features/tracking/board/view";
import { type RaciView, readRaciView } from "@/features/tracking/raci/projectRaci";
import { type RegisterView, readRegisterView } from "@/features/tracking/view";

type Search = Partial<PlanView> &
  PeopleView &
  Pick<RegisterView, "register"> &
  BoardView &
  RaciView;

export const Route = createFileRoute("/$workspace/projects/$id")({
  validateSearch: (search: Record<string, unknown>): Search => ({
    ...readPlanView(search),
    ...readBoardView(search),
    ...readRaciView(search),
    ...readPeopleView(search),
    register: readRegisterView(search).register,
  }),
  loaderDeps: ({ search }) => ({ scenario: search.scenario }),
  // Asked for beside the page's code; not where somebody only points at a link, as plans are large.
  loader: ({ context, params, deps, cause }) => {
    if (cause !== "preload")
      context.queryClient.ensureQueryData(planQuery(params.id, deps.scenario)).catch(() => {});
  },
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { view = "gantt", ...search } = Route.useSearch();
  return (
    <ProjectPage
      id={Route.useParams().id}
      view={{ ...search, view }}
      onView={(change) =>
        void navigate({
          search: (before) => ({ ...before, ...change }),
          replace: !change.view,
          resetScroll: false,
        })
      }
    />
  );
}
