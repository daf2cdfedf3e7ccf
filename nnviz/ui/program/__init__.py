"""The window's process: application, start, threads, garbage, and a window that gives way to another."""
