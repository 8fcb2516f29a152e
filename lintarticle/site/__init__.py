"""The site as a whole: a record of each article, and what only shows when all are compared."""
