"""The Today page: whom to call now, and how the day stands."""
