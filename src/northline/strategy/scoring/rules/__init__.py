"""What follows from scores. Plain values in, plain values out."""
