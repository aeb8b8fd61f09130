"""Joins the areas' routers into the one API."""

from __future__ import annotations

from northline.accounts.api import public as accounts_public
from northline.accounts.api import router as accounts
from northline.accounts.authentication import Scoped
from northline.accounts.bearer import ScopedByToken
from northline.core.api import router as core
from northline.core.edge import Api, Renderer, answer_refusals
from northline.core.fulltext.api import router as fulltext
from northline.core.visits.api import router as visits
from northline.delivery.amendments.api import router as amendments
from northline.delivery.api import router as delivery
from northline.delivery.item_types.api import router as item_types
from northline.delivery.raci.api import router as raci
from northline.delivery.resources.api import router as resources
from northline.products.api import router as products
from northline.reporting.api import public as shared
from northline.reporting.api import router as reporting
from northline.reporting.audiences.api import router as audiences
from northline.reporting.digests.api import public as digest_readers
from northline.reporting.digests.api import router as digests
from northline.reporting.feeds.api import public as calendar_readers
from northline.reporting.feeds.api import router as calendar_feeds
from northline.reporting.morning.api import router as morning
from northline.reporting.notifications.api import router as notifications
from northline.reporting.overseeing.api import router as overseeing
from northline.reporting.portfolio.api import router as portfolio
from northline.reporting.product_health.api import router as product_health
from northline.reporting.reminders.api import router as reminders
from northline.reporting.status.api import router as status
from northline.reporting.status.wall.api import router as status_wall
from northline.research.api import router as research
from northline.research.discovery.api import router as discovery
from northline.research.imports.api import router as research_imports
from northline.research.market.api import router as market
from northline.research.portal.api import router as portal
from northline.research.portal.public.api import router as portal_public
from northline.roadmap.api import router as roadmap
from northline.scheduling.api import router as scheduling
from northline.scheduling.baselines.api import router as baselines
from northline.scheduling.exports.api import router as plan_exports
from northline.scheduling.levelling.api import router as levelling
from northline.scheduling.load.api import router as load
from northline.scheduling.programme.api import router as programme
from northline.scheduling.recovery.api import router as recovery
from northline.scheduling.scenarios.api import router as scenarios
from northline.scheduling.suggesting.api import router as suggesting
from northline.scheduling.templates.api import router as plan_templates
from northline.strategy.api import router as strategy
from northline.strategy.canvases.api import router as canvases
from northline.strategy.scoring.api import router as scoring
from northline.strategy.stakeholders.api import router as stakeholders
from northline.strategy.themes.api import router as themes
from northline.talk.api import router as talk
from northline.tracking.boards.api import router as boards
from northline.tracking.budgets.api import router as budgets
from northline.tracking.change_requests.api import router as change_requests
from northline.tracking.flow.api import router as flow
from northline.tracking.forecasts.api import router as forecasts
from northline.tracking.forecasts.guard.api import router as deadline_guards
from northline.tracking.gates.api import router as gates
from northline.tracking.iterations.api import router as iterations
from northline.tracking.mywork.api import router as my_work
from northline.tracking.raid.api import router as raid
from northline.tracking.timesheets.api import router as timesheets
from northline.tracking.trend.api import router as milestone_trend

api = Api(
    title="Northline",
    version="1",
    description="The one way in: the web client, scripts and assistants use these operations.",
    auth=[ScopedByToken(), Scoped()],
    renderer=Renderer(),
    docs_url=None,
    openapi_url="/openapi.json",
)
answer_refusals(api)

api.add_router("", accounts_public, auth=None)
api.add_router("", shared, auth=None)
api.add_router("", portal_public, auth=None)
api.add_router("", digest_readers, auth=None)
api.add_router("", calendar_readers, auth=None)
for router in (
    accounts,
    talk,
    core,
    fulltext,
    visits,
    products,
    research,
    discovery,
    market,
    research_imports,
    portal,
    strategy,
    canvases,
    themes,
    scoring,
    stakeholders,
    roadmap,
    delivery,
    amendments,
    item_types,
    resources,
    scheduling,
    plan_exports,
    load,
    levelling,
    programme,
    recovery,
    baselines,
    scenarios,
    plan_templates,
    suggesting,
    boards,
    budgets,
    change_requests,
    flow,
    forecasts,
    deadline_guards,
    gates,
    milestone_trend,
    iterations,
    my_work,
    raci,
    raid,
    timesheets,
    reporting,
    audiences,
    digests,
    calendar_feeds,
    morning,
    notifications,
    reminders,
    overseeing,
    portfolio,
    product_health,
    status,
    status_wall,
):
    api.add_router("", router)
