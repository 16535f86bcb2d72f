"""What is generated from the library; never committed."""
