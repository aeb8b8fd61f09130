"""The plans of the demo's three projects, written as outlines.

A line is: name | days | after | who | spread. Depth is given by two spaces. `days` 0 is a milestone, empty a summary.
`after` names earlier lines by their code in square brackets, with a type and a lag in days where they differ from
finish-to-start: `[a] [b]SS+2`. `spread` is optimistic–pessimistic in days.
"""

from __future__ import annotations

COLD = """
Concept | | | |
  Interview twelve pharmacists and drivers [c1] | 8 | | tomas priya | 6-14
  Read the guideline with counsel [c2] | 4 | | priya | 3-9
  Survey of loggers in the field [c3] | 6 | [c1]SS+2 | lena | 4-12
  Measure gaps in today's records [c4] | 5 | [c2] | dara | 4-8
  Data model of a journey and its legs [c5] | 6 | [c3] [c4] | lena | 4-10
  Concept reviewed by pilot customers [c6] | 3 | [c5] | priya | 2-8
  Concept agreed [cm] | 0 | [c6] | |
Logger bridge | | | |
  Order sample loggers of all makes [b1] | 10 | [c3] | marek | 6-25
  Bluetooth base on both phone systems [b2] | 9 | [c5] | ines | 7-16
  Vendor A | | | |
    Protocol of vendor A understood [a1] | 5 | [b1] [b2] | ines | 3-11
    Read a running log [a2] | 6 | [a1] | ines | 4-12
    Battery and clock drift [a3] | 4 | [a2] | ines | 2-9
    Field test A in two vans [a4] | 5 | [a3] | jonas ines | 4-9
  Vendor B | | | |
    Protocol of vendor B understood [v1] | 6 | [b1] [b2] | kofi | 4-14
    Read a running log [v2] | 6 | [v1] | kofi | 4-12
    Pairing without the driver's hands [v3] | 5 | [v2] | kofi tomas | 3-11
    Field test B in two vans [v4] | 5 | [v3] | jonas kofi | 4-9
  Vendor C, depot dock | | | |
    Dock driver on the depot's computer [d1] | 8 | [b1] | dara | 5-18
    Upload when the van returns [d2] | 5 | [d1] | dara | 3-9
    Match logs to journeys afterwards [d3] | 6 | [d2] | dara lena | 4-12
    Field test C at one depot [d4] | 4 | [d3] | jonas | 3-8
  Bridge ready [bm] | 0 | [a4] [v4] [d4] | |
Record of a journey | | | |
  Storage for curves, two years [r1] | 7 | [cm] | lena | 5-12
  Ingest and order readings [r2] | 8 | [r1] | dara | 6-15
  Join legs at transhipment [r3] | 9 | [r2] | dara | 6-20
  Fill short gaps by rule, mark long ones [r4] | 6 | [r3] | dara lena | 4-12
  Clock correction between devices [r5] | 5 | [r2] [a3] | kofi | 3-11
  Limits by product and leg [r6] | 5 | [r1] | lena | 3-9
  Alarms while on the road [r7] | 6 | [r6] [r2] | kofi | 4-11
  Seal and sign records [r8] | 6 | [r3] | lena | 4-11
  Retention and deletion [r9] | 4 | [r8] | lena | 3-7
  Load test with 3,000 vehicles [r10] | 5 | [r4] [r7] | dara | 3-10
  Record complete [rm] | 0 | [r9] [r10] [r5] | |
Hand-over and office | | | |
  Design of hand-over [h1] | 7 | [cm] | tomas | 5-12
  Test with gloves and rain [h2] | 3 | [h1] | tomas jonas | 2-6
  Curve on the driver's phone [h3] | 7 | [h2] [r2] | ines | 5-12
  Signature and remark [h4] | 5 | [h3] | ines | 3-9
  Works without a network [h5] | 7 | [h4] | ines kofi | 5-15
  One page as PDF [h6] | 4 | [h4] | kofi | 3-7
  Office: list of journeys [o1] | 6 | [r2] | kofi | 4-10
  Office: curve, gaps, comments [o2] | 7 | [o1] [r4] | kofi | 5-12
  Office: export for inspectors [o3] | 5 | [o2] [r8] | dara | 3-9
  Five languages [h7] | 4 | [h4]FF+3 | tomas | 3-7
  Accessibility check [h8] | 3 | [o2] [h5] | tomas | 2-6
  Hand-over ready [hm] | 0 | [h5] [h6] [h7] [h8] [o3] | |
Quality and validation | | | |
  Validation plan for medicine [q1] | 5 | [cm] | jonas | 4-9
  Risk analysis [q2] | 4 | [q1] | jonas priya | 3-8
  Test data from real journeys [q3] | 5 | [c4] | jonas | 3-9
  Automated tests of joining [q4] | 7 | [q3] [r3] | jonas | 5-12
  Calibration runs in a climate chamber [q5] | 6 | [bm] [q1] | jonas lena | 4-14
  Security review by outsiders [q6] | 8 | [rm] | marek | 6-18
  Mend what the review found [q7] | 5 | [q6] | lena dara | 2-12
  Validation runs [q8] | 8 | [q5] [q4] [hm] | jonas | 6-16
  Validation report [q9] | 4 | [q8] | jonas | 3-8
  Validated [qm] | 0 | [q9] [q7] | |
Pilot with Nordlicht | | | |
  Choose vans and pharmacies [p1] | 3 | [cm] | marek | 2-6
  Agreement with the works council [p2] | 10 | [p1] | marek | 6-30
  Install in four vans [p3] | 3 | [p2] [bm] | jonas ines | 2-6
  Two weeks on the road [p4] | 10 | [p3] [h5] | jonas | 10-12
  Interviews after the pilot [p5] | 3 | [p4] | tomas priya | 2-5
  Mend what the pilot showed [p6] | 8 | [p5] | ines kofi dara | 4-18
  Nordlicht signs off [pm] | 0 | [p6] | |
Pilot with Metro Medical | | | |
  Choose vans and sites [m1] | 3 | [cm] | marek | 2-6
  Depot dock installed [m2] | 4 | [m1] [d2] | dara | 3-9
  Two weeks on the road [m3] | 10 | [m2] [h5] [d4] | jonas | 10-12
  Interviews after the pilot [m4] | 2 | [m3] | tomas | 2-4
  Mend what the pilot showed [m5] | 6 | [m4] | ines lena | 3-14
  Metro Medical signs off [mm] | 0 | [m5] | |
Operations | | | |
  Monitoring of ingest [x1] | 4 | [r2] | dara | 3-7
  Alerts on call [x2] | 3 | [x1] | dara lena | 2-6
  Restore drill for records [x3] | 3 | [r9] | lena | 2-6
  Costs per vehicle and month [x4] | 3 | [r10] | lena | 2-5
  Runbook [x5] | 4 | [x2] [x3] | dara | 3-7
  Support desk trained [x6] | 3 | [x5] [hm] | marek | 2-5
  Operations ready [xm] | 0 | [x4] [x6] | |
Market | | | |
  Price and packages [s1] | 6 | [c6] | priya yuki | 4-12
  Data processing agreement [s2] | 7 | [r8]SS | priya | 5-15
  Certificate for distribution of medicines [s3] | 15 | [q9]SS | marek | 12-35
  Guide for drivers [s4] | 5 | [h5] | tomas | 3-8
  Guide for pharmacists [s5] | 4 | [o2] | tomas | 3-7
  Film of a hand-over [s6] | 6 | [h5] | tomas yuki | 4-12
  Offers to seven fleets [s7] | 5 | [s1] [s2] | yuki | 4-9
  Sales trained [s8] | 2 | [s7] [s5] | yuki priya | 1-4
  Market ready [sm] | 0 | [s3] [s8] [s6] [s4] | |
Data protection | | | |
  Register of processing [y1] | 3 | [c5] | priya | 2-6
  Impact assessment [y2] | 6 | [y1] | priya marek | 4-12
  Who may see whose position [y3] | 4 | [y2] | lena priya | 2-8
  Roles in the record [y4] | 5 | [y3] [r1] | dara | 3-9
  Right to information [y5] | 4 | [y4] | kofi | 2-7
  Reviewed by the officer [y6] | 5 | [y2] [y5] | priya | 3-14
  Data protection settled [ym] | 0 | [y6] | |
Interfaces to pharmacy systems | | | |
  Talk with three makers [i1] | 8 | [c6] | marek priya | 5-20
  Delivery note with batch numbers [i2] | 6 | [i1] | kofi | 4-12
  Order numbers of the wholesaler [i3] | 5 | [i1] | kofi | 3-10
  Record handed over by interface [i4] | 7 | [i2] [r8] | kofi dara | 5-15
  Test bench with a maker's simulator [i5] | 5 | [i4] | jonas | 3-10
  First maker connected [i6] | 6 | [i5] | kofi | 4-14
  Second maker connected [i7] | 4 | [i6] | kofi | 3-10
  Description of the interface [i8] | 3 | [i4] | dara | 2-6
  Interfaces ready [im] | 0 | [i7] [i8] | |
Devices | | | |
  Mount for phones in reefers [f1] | 6 | [c3] | ines | 4-12
  Power in the cabin [f2] | 3 | [f1] | ines | 2-6
  Sixty phones ordered [f3] | 12 | [f2] | marek | 8-30
  Phones set up [f4] | 4 | [f3] [b2] | jonas | 3-7
  Spare loggers at depots [f5] | 5 | [b1] | marek | 3-12
  Exchange in case of damage [f6] | 3 | [f4] [f5] | marek | 2-6
  Devices in place [fm] | 0 | [f6] | |
Training | | | |
  What a driver must know in ten minutes [n1] | 3 | [h2] | tomas jonas | 2-5
  Cards in five languages [n2] | 5 | [n1] | tomas | 3-9
  Exercise with a full van [n3] | 2 | [n1] [a4] | jonas | 1-4
  Trainers at six depots [n4] | 6 | [n2] [n3] | marek jonas | 4-12
  Office course, two hours [n5] | 3 | [o2] | tomas | 2-6
  Questions and answers collected [n6] | 2 | [n4] | tomas | 1-4
  Everybody trained [nm] | 0 | [n5] [n6] | |
Reporting to the board | | | |
  Monthly report, December [j1] | 1 | | marek | 1-2
  Monthly report, January [j2] | 1 | [j1]FS+20 | marek | 1-2
  Monthly report, February [j3] | 1 | [j2]FS+20 | marek | 1-2
  Decision: enough for the spring tender? [j4] | 2 | [j3] [p5] | greta marek | 1-5
  Board informed [jm] | 0 | [j4] | |
Release | | | |
  Migration of two existing fleets [e1] | 5 | [rm] | dara lena | 3-12
  Staged roll-out, first tenth [e2] | 4 | [qm] [pm] [xm] [ym] [fm] [nm] [e1] | lena | 3-8
  Roll-out to all [e3] | 5 | [e2] | lena | 4-9
  Old export switched off [e4] | 3 | [e3] | kofi | 2-6
  Close-out with lessons [e5] | 3 | [e3] | marek | 2-5
  Cold chain sellable [em] | 0 | [e3] [sm] [mm] [im] | |
"""

ASSIST = """
Understand | | | |
  Replay of forty bad days [u1] | 6 | | priya tomas | 4-10
  What a dispatcher needs to see [u2] | 4 | [u1] | tomas | 3-7
  Cost of lateness by customer [u3] | 5 | [u1] | dara | 3-9
  Understood [um] | 0 | [u2] [u3] | |
Engine | | | |
  Candidates: who could take a stop [g1] | 7 | [um] | noor | 5-12
  Price of a candidate [g2] | 6 | [u3] | noor | 4-11
  Combine into proposals [g3] | 9 | [g1] [g2] | noor | 6-18
  Working time as a limit [g4] | 5 | [g1] | noor | 3-10
  Answer within two seconds [g5] | 6 | [g3] [g4] | noor | 3-12
  Reasons with each proposal [g6] | 5 | [g3] | noor tomas | 3-9
  Engine ready [gm] | 0 | [g5] [g6] | |
Screen | | | |
  Sketches [w1] | 4 | [u2] | tomas | 3-7
  Paper test with three dispatchers [w2] | 3 | [w1] | tomas priya | 2-5
  Vehicle out: one button [w3] | 4 | [w2] | sam | 3-7
  List of proposals [w4] | 7 | [w3] [g3]SS+4 | sam | 5-12
  Compare two proposals [w5] | 5 | [w4] | sam | 3-9
  Accept and undo [w6] | 6 | [w4] | sam noor | 4-11
  Tell drivers and receivers [w7] | 5 | [w6] | sam | 3-9
  Keyboard throughout [w8] | 3 | [w5] [w6] | sam | 2-5
  Screen ready [wm] | 0 | [w7] [w8] | |
Trust | | | |
  Replays against history [t1] | 6 | [g5] | noor | 4-11
  Side by side with two dispatchers [t2] | 5 | [t1] [w6] | priya | 4-9
  Log of proposals and answers [t3] | 3 | [w6] | sam | 2-5
  Mend [t4] | 6 | [t2] | sam noor | 3-12
Pilot | | | |
  Choose three fleets [k1] | 2 | [um] | marek | 1-4
  Train dispatchers [k2] | 3 | [wm] [gm] | priya | 2-5
  Two weeks live [k3] | 10 | [k2] [t4] | marek | 10-12
  Evaluation [k4] | 3 | [k3] [t3] | priya | 2-5
  Pilot done [km] | 0 | [k4] | |
Release | | | |
  Load test [z1] | 3 | [gm] | noor | 2-6
  Documentation [z2] | 4 | [wm] | tomas | 3-7
  Roll-out in three steps [z3] | 6 | [km] [z1] [z2] | sam | 4-10
  Released [zm] | 0 | [z3] | |
"""

LATE = """
Design | | | |
  Collect the five spreadsheets [l1] | 3 | | priya | 2-5
  Agree on what “late” means [l2] | 2 | [l1] | priya lena | 1-4
  Sketch of the board [l3] | 4 | [l2] | tomas | 3-6
Build | | | |
  Lateness from positions [l4] | 6 | [l2] | dara | 4-10
  Worst first [l5] | 3 | [l4] | dara | 2-5
  Board [l6] | 6 | [l3] [l5]SS | sam | 4-9
  Filters by depot and customer [l7] | 4 | [l6] | sam | 3-6
  Wall screen [l8] | 3 | [l6] | sam | 2-5
  Colours for the colour-blind [l9] | 2 | [l6] | tomas | 1-3
  Built [lm] | 0 | [l7] [l8] [l9] | |
Try | | | |
  One week with Kestrel [l10] | 5 | [lm] | priya | 5-6
  One week with Costa Fresca [l11] | 5 | [lm] | marek | 5-6
  Mend [l12] | 4 | [l10] [l11] | sam dara | 2-8
  Load test [l13] | 2 | [l12]SS | dara | 1-4
Release | | | |
  Note to customers [l14] | 2 | [l12] | priya | 1-3
  Roll-out [l15] | 3 | [l12] [l13] | lena | 2-5
  Old export kept for a quarter [l16] | 1 | [l15] | lena | 1-2
  Released [l17] | 0 | [l14] [l15] | |
"""

# Handle: name, capacity in full-time people.
PEOPLE = {
    "greta": ("Greta Holm", 0.25),
    "priya": ("Priya Raman", 0.5),
    "marek": ("Marek Novák", 1.0),
    "lena": ("Lena Brandt", 1.0),
    "tomas": ("Tomás Ibarra", 1.0),
    "yuki": ("Yuki Sato", 0.5),
    "ines": ("Inês Duarte", 1.0),
    "kofi": ("Kofi Mensah", 1.0),
    "dara": ("Dara Flynn", 1.0),
    "jonas": ("Jonas Weber", 1.0),
    "noor": ("Noor Haddad", 1.0),
    "sam": ("Sam Okafor", 1.0),
}


# Code: name, outline, first day (days from today), deadline (days from today).
PROJECTS = {
    "cold": ("CLD", "Cold chain record", COLD, -48, 91),
    "assist": ("BDA", "Break-down assistant", ASSIST, -62, 51),
    "late": ("LAT", "Late board", LATE, -110, -48),
}

# By handle and item, the day by which it is promised.
DEADLINES = {"cold": {"Nordlicht signs off": 75}}

# Handle and item of one project, and those of another that wait for them.
ACROSS = (
    (("assist", "Tell drivers and receivers"), ("cold", "Guide for drivers")),
    (("assist", "Released"), ("cold", "Staged roll-out, first tenth")),
    (("late", "Released"), ("assist", "Sketches")),
)
