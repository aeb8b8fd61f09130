"""Status reports: drafted from data, edited, published for good, compared with the last one, mailed and shared."""
