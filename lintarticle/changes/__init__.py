"""What changed since a commit: git, the lines a patch touches, removed files, and the articles affected."""
