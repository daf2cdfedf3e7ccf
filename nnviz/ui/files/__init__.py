"""What is opened, saved and taken home: projects, models, data, templates, pictures, scripts."""
