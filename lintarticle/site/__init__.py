"""The site as a whole: a record of each article, and what can be seen only in all of them together."""
