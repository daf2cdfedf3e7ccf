"""The dialogs: choosing data, exporting."""
