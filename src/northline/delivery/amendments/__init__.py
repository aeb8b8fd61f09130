"""Changes of a signed charter: proposed by one side, signed by the other, kept with what they changed."""
