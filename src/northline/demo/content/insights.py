"""Forty pieces of evidence: days ago, title, source, customer's number (None: nobody's), tags, text, opportunity."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """One insight; `supports` is the number of an opportunity in `opportunities.py`, or None where it leads nowhere yet."""

    days_ago: int
    title: str
    source: str
    customer: int | None
    tags: tuple[str, ...]
    text: str
    supports: int | None


INSIGHTS = (
    Evidence(118, "Dispatchers re-plan by phone when a van breaks down", "interview", 0, ("re-planning", "phone"),
             "When a van breaks down, Dana calls six drivers in turn and asks who is near. It takes her forty minutes, and she writes the new stops on paper.\n\n“By the time I have found someone, the pharmacy has already called twice.”", 1),
    Evidence(116, "A third of routes change after eight in the morning", "data", None, ("re-planning", "analytics"),
             "Of 11,400 routes in September, 34 % had at least one stop added, removed or moved after the vans had left. The share is 51 % in food and 19 % in parcels.", 1),
    Evidence(112, "Drivers keep their own order of stops", "interview", 1, ("drivers", "trust"),
             "Three of five drivers at Bramley said that they ignore the order on the screen. They know which yards open early and where a truck can turn; the plan does not.", 4),
    Evidence(110, "Yard opening hours live in people's heads", "interview", 1, ("drivers", "sites"),
             "There is a sheet of paper behind the visor with opening hours, gate codes and which dock takes a rigid truck. New drivers copy it from old ones.", 5),
    Evidence(107, "Customers call to ask where their delivery is", "support", 2, ("eta", "phone"),
             "Nordlicht's desk logged 212 calls in a week; 140 of them were “when will it come?”. Each takes about three minutes and ends with a call to the driver.", 7),
    Evidence(105, "ETA on the tracking page is off by an hour in the afternoon", "data", None, ("eta", "analytics"),
             "Median error is 9 minutes before noon and 58 minutes after 15:00. The page adds planned driving times and never looks at how late the van already is.", 8),
    Evidence(101, "Pharmacies refuse deliveries without a temperature log", "interview", 2, ("cold chain", "compliance"),
             "The pharmacist must sign for the temperature of the whole journey. Today the log is a printed strip from a thermometer in the box. If the strip is missing, the goods go back.", 10),
    Evidence(99, "Two lost contracts named the missing cold chain report", "feedback", 6, ("cold chain", "sales"),
             "Both tenders asked for an end-to-end temperature record as a mandatory item. We offered it “by arrangement” and were out in the first round.", 10),
    Evidence(97, "Overtime is found out at the end of the month", "interview", 4, ("hours", "cost"),
             "Nobody sees a driver's week add up. Payroll finds overtime when the month is closed, and by then it is paid. Costa Fresca guesses that a quarter of it could have been another driver's shift.", 12),
    Evidence(95, "The tachograph says no when the plan says yes", "support", 7, ("hours", "compliance"),
             "A driver stopped in a lay-by with two stops left because his driving time was used up. The plan had not counted the waiting at the second yard as work.", 12),
    Evidence(92, "Planners copy stops from e-mail", "interview", 5, ("orders", "manual work"),
             "Orders arrive as mails with a PDF. Two people type them in every evening between five and eight. They estimate four mistakes a night, mostly house numbers.", 13),
    Evidence(90, "Wrong house numbers cost a quarter of failed deliveries", "data", None, ("orders", "analytics"),
             "We looked at 830 failed deliveries with a reason: 26 % were addresses that had been typed wrong, 31 % nobody at home, 18 % site closed.", 13),
    Evidence(88, "A dispatcher wants to see the effect before she moves a stop", "interview", 0, ("re-planning", "trust"),
             "“Show me who gets home late before I drop it there.” She moves a stop, looks, moves it back, and has three browser windows open to compare.", 2),
    Evidence(85, "Automatic re-planning was switched off after a week", "feedback", 3, ("re-planning", "trust"),
             "Two Rivers tried the automatic mode. It swapped two drivers between towns at ten in the morning. Nobody could say why, so they switched it off and have not tried again.", 2),
    Evidence(83, "Drivers want changes with a reason", "interview", 3, ("drivers", "trust"),
             "“If it told me the other truck has a flat, fine. It just jumps about.” All four drivers asked for one line that says why a stop moved.", 3),
    Evidence(80, "Receiving staff plan their morning around our ETA", "interview", 6, ("eta",),
             "At Metro Medical two people wait at the dock from seven. With a window they trust to half an hour they would do stock-taking first.", 7),
    Evidence(78, "Half of the tracking page's visitors come back within ten minutes", "data", None, ("eta", "analytics"),
             "52 % reload the page within ten minutes, 23 % more than three times. People do not believe the time that they see.", 8),
    Evidence(75, "Text messages are read, e-mails are not", "data", None, ("eta", "notifications"),
             "In the pilot with Kestrel 91 % of text messages were opened before the delivery, against 22 % of mails.", 7),
    Evidence(73, "Site notes are entered once and never corrected", "data", None, ("sites", "analytics"),
             "Of 9,200 sites, 4,100 have a note. The median note is three years old. One in seven contradicts where the vans really stop.", 5),
    Evidence(70, "Trucks sent to a weight-limited bridge", "support", 7, ("sites", "routing"),
             "Twice in October a 12-tonner was routed over the Mill Bridge (limit 7.5 t). The drivers noticed. The detour cost 50 minutes each.", 6),
    Evidence(68, "Low-emission zones differ from street to street", "feedback", 9, ("routing", "compliance"),
             "Reuthen has three zones with their own hours. Half of the fleet is electric; the planner assigns by memory.", 6),
    Evidence(66, "The bakery plans on Sunday night for the whole week", "interview", 10, ("small fleets",),
             "Nine vans, the same forty stops. He wants to change two things a day and see nothing else. Our planning screen shows him thirty columns.", None),
    Evidence(63, "New dispatchers need six weeks", "interview", 8, ("onboarding",),
             "Quickbarrow hires a dispatcher every two months. Six weeks until somebody may plan alone, because the knowledge of the town is nowhere written down.", 5),
    Evidence(61, "Bikes and vans are planned in two systems", "interview", 8, ("orders", "mixed fleets"),
             "An order is first given to “bike” or “van” by rule of thumb and can't be moved across after nine.", 14),
    Evidence(58, "Empty runs back to the depot", "data", None, ("cost", "analytics"),
             "31 % of kilometres are driven empty. For equipment hire it is 44 %, since returns are planned by another team.", 14),
    Evidence(55, "Returns are collected a day late", "support", 11, ("returns",),
             "Orchard's customers pay until collection. Seventeen disputes in a quarter over one extra day.", 14),
    Evidence(52, "Payroll wants hours by driver, week and reason", "feedback", 4, ("hours", "exports"),
             "Elena builds the table by hand from three exports. She needs driving, waiting, loading and breaks per driver and week.", 12),
    Evidence(50, "A driver's app in the language of the driver", "interview", 4, ("drivers", "languages"),
             "Five languages in one depot. Stops are understood, remarks are not. They photograph the screen and ask a colleague.", 3),
    Evidence(47, "Gloves and rain: the confirm button is too small", "interview", 1, ("drivers", "app"),
             "He takes off a glove forty times a day. Two of the drivers use a pencil's eraser.", 3),
    Evidence(44, "Signal is lost in the valley and the app forgets", "support", 1, ("drivers", "offline"),
             "Between Oberau and the pass there is no network for 40 minutes. Confirmations made there were lost twice in a week and had to be typed in again.", 3),
    Evidence(41, "Five customers built their own board with our export", "feedback", 0, ("analytics", "exports"),
             "They pull our nightly file into a spreadsheet and colour cells. All five show the same thing: which vans will be late, worst first.", 2),
    Evidence(38, "Break-down re-planned in nine minutes with the prototype", "interview", 0, ("re-planning", "prototype"),
             "Dana used the prototype with a replay of her worst day. Nine minutes instead of forty, and she trusted it since each proposal said whom it made late and by how much.", 1),
    Evidence(35, "Dispatchers accept four of five proposals that give a reason", "data", None, ("re-planning", "prototype"),
             "In the replay sessions 81 % of proposals with a reason were taken, 46 % of the same proposals without one.", 2),
    Evidence(31, "Regulator asks for records of two years from March", "other", None, ("cold chain", "compliance"),
             "The new guideline for distribution of medicines wants temperature records for each leg kept for two years and shown within an hour. It applies from March.", 11),
    Evidence(27, "Data loggers speak three protocols", "other", 2, ("cold chain", "devices"),
             "The customers of our pharmacy segment own loggers of three makers. Two speak Bluetooth, one needs a dock. Nobody will buy new ones.", 10),
    Evidence(22, "A missed stop costs Kestrel about 14 euros", "interview", 0, ("cost",),
             "Second visit, call, and in one case of nine a credit note. They would pay for anything that halves missed stops.", 4),
    Evidence(17, "Sales loses to Routewise on mixed fleets", "feedback", None, ("sales", "mixed fleets", "competitor"),
             "Of eleven losses in two quarters five named mixed fleets: bikes, vans and trucks in one plan.", 14),
    Evidence(12, "Night shifts break the week view", "support", 9, ("hours", "bug"),
             "A shift from 22:00 to 06:00 shows as two half shifts. The weekly sum is right, the daily rest is wrong.", 12),
    Evidence(6, "The board asks when the cold chain will be sellable", "other", None, ("cold chain", "board"),
             "Ruth asked for a date that she can give to Nordlicht's management. We said “end of the quarter, probably”. She asked how probable.", None),
    Evidence(2, "Driver photo as proof is refused by two pharmacies", "support", 2, ("cold chain", "proof"),
             "They need a signature and the temperature at hand-over on one page. A photo does not count.", None),
)
