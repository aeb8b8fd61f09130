"""Who answers for each work item, who does it, who is asked before and who is told after."""
