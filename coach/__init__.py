"""What it means: walking a call, outcomes, scores. No Qt, no SQL, no clock."""
