"""What will be paper: reports, their options, the preview and the printing."""
