"""Tables, repositories and the unit of work. Imports nothing else of this project."""
