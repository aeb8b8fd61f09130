"""Who is shown what of a roadmap: an audience names the fields, states and exactness that its readers get."""
