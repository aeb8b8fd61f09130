"""What happens to a plan once it runs: risks, issues, decisions."""
