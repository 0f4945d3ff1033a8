"""What may serve a demand, and what an experience may serve, beside either."""
