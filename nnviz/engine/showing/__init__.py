"""What is shown of a network: pictures of its weights, its answers, how its layers learn."""
