"""Questions asked of a finished article: each answer is computed once, when it is first asked for."""
