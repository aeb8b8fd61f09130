"""What drivers, dispatchers and receivers wish of Harbour in its portal, and what is new."""

from __future__ import annotations

from typing import NamedTuple

INTRO = (
    "Harbour is planned in the open. Tell us what would make your day on the road or at the desk easier, "
    "and vote for what others wished. We read everything and answer here."
)
CATEGORIES = ("Dispatch", "Drivers", "Customers", "Integrations")


class Wish(NamedTuple):
    """`votes` by visitors; `heard` are the numbers of customers for whom a member voted; `aim` is what would fulfil it."""

    ago: int
    title: str
    text: str
    category: str
    author: str
    status: str
    votes: int
    heard: tuple[int, ...] = ()
    aim: tuple[str, int] | None = None
    answer: str = ""
    said: tuple[tuple[str, str], ...] = ()


WISHES = (
    Wish(
        88,
        "Show me which van is late before the customer calls",
        "We find out from the customer. By then it is too late to do anything but apologise.",
        "Dispatch",
        "Dana W.",
        "in_progress",
        41,
        heard=(0, 2, 8),
        aim=("initiative", 4),
        answer="The late board is on for the first fleets. Tell us what you miss on it.",
        said=(
            ("Owen", "Please also for vans without the new phones."),
            ("", "It works with any phone that shares its position, Owen. Ask your contact to switch it on."),
        ),
    ),
    Wish(
        80,
        "Send the receiver a link with the time of arrival",
        "Our pharmacies plan two people around a delivery that comes between eight and four.",
        "Customers",
        "Nordlicht, logistics",
        "planned",
        36,
        heard=(2, 6),
        aim=("initiative", 5),
        answer="Planned with the first three fleets. You will hear from us here when it is there.",
        said=(("Antje", "A text message would do, many of them have no app."),),
    ),
    Wish(
        64,
        "Let drivers change the order of stops",
        "I know which yard opens at six. The plan does not, and it cannot be told.",
        "Drivers",
        "A driver at Bramley",
        "planned",
        33,
        heard=(1, 7),
    ),
    Wish(
        52,
        "Opening hours and gate codes of every yard",
        "On paper behind the visor since 2011. New drivers copy it by hand.",
        "Drivers",
        "Sunil",
        "under_review",
        27,
        heard=(1,),
        aim=("idea", 4),
    ),
    Wish(
        47,
        "Temperature on the proof of delivery",
        "Auditors ask for it with every cold delivery, and we print it from two systems.",
        "Integrations",
        "Quality, Metro Medical",
        "under_review",
        18,
        heard=(6, 2),
    ),
    Wish(
        39,
        "Export worked hours to payroll",
        "Marisol types them in from the tablets each Friday.",
        "Integrations",
        "Costa Fresca",
        "under_review",
        14,
        heard=(4,),
    ),
    Wish(
        33,
        "Night colours on the driver's phone",
        "The white map blinds me between five and seven.",
        "Drivers",
        "Piotr",
        "shipped",
        22,
        answer="It is there: the phone goes dark with the sun.",
    ),
    Wish(
        26,
        "Drones",
        "For the last mile. Competitors talk about it.",
        "Dispatch",
        "",
        "declined",
        3,
        answer="Not within the next two years: none of our customers' loads is light enough.",
    ),
    Wish(
        12,
        "Say in the app why a stop was moved",
        "Drivers trust a change more when they see the reason.",
        "Drivers",
        "Kirsty at Two Rivers",
        "under_review",
        9,
    ),
    Wish(
        4,
        "Split a route between two vans with one drag",
        "When a van breaks down I build the second route from nothing.",
        "Dispatch",
        "Dana W.",
        "under_review",
        11,
    ),
)

# Days ago, title, text, category, author: nobody has read these yet.
WAITING = (
    (
        2,
        "Dark map for the drivers at night",
        "Please make the map dark, the white one blinds at night. All of our night shift asks for it.",
        "Drivers",
        "Night shift, Quickbarrow",
    ),
    (
        1,
        "Addresses with what3words",
        "Half of our building sites have no street yet.",
        "Dispatch",
        "Alder B.",
    ),
)
# Number of a wish, who, what: comments that wait.
SAID_LATELY = ((1, "Fleet desk, Reuthen", "We would pay for this one. When do the next fleets get it?"),)


class News(NamedTuple):
    """`wishes` are the numbers of the posts it answers; `initiatives` those it tells of."""

    ago: int
    title: str
    text: str
    sort: str
    wishes: tuple[int, ...] = ()
    initiatives: tuple[int, ...] = ()


NEWS = (
    News(
        44,
        "The late board",
        "One screen shows every van that will miss a promised time, the worst first, with who waits for it.\n\n"
        "It is on for the first fleets; ask your contact to switch it on for yours.",
        "new",
        wishes=(0,),
        initiatives=(4,),
    ),
    News(
        29,
        "Night colours on the phone",
        "The driver's phone turns dark at sunset and light at sunrise, or stays as you set it.",
        "improved",
        wishes=(6,),
    ),
    News(
        16,
        "Stops in other time zones",
        "Times of stops across a border were told an hour early. They are right now, in the zone of the stop.",
        "fixed",
    ),
)
DRAFT = ("Arrival times for receivers", "A link with the time of arrival, for the first three fleets.", "new")
