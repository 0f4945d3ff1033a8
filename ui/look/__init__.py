"""How everything looks and answers: colours, icons, commands, notices."""
