"""What the plan, its reports, another plan and a far larger one come to."""
