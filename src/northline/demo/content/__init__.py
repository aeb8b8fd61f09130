"""What the demo's people have written, as plain values. Days count back or on from the day it is made."""
