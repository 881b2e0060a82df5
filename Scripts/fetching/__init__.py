"""What Scripts/fetch-models is made of."""
