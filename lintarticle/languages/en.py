"""English."""

ALT_OPENERS = (
    "image of", "images of", "picture of", "pictures of", "photo of", "photos of", "photograph of", "graphic of",
    "a graphic of", "an image of", "a picture of", "a photo of", "a photograph of", "image showing",
    "picture showing", "photo showing", "an image showing", "a picture showing", "a photo showing",
    "an image that shows", "this image shows", "this is an image of", "this is a picture of",
)

FILE_ALTS = (
    "image", "images", "img", "picture", "pic", "photo", "photograph", "screenshot", "screen shot", "screen capture",
    "screencap", "figure", "fig", "graphic", "illustration", "diagram", "chart", "graph", "icon", "logo", "banner",
    "thumbnail", "cover", "cover image", "hero", "hero image", "header image", "featured image", "untitled", "alt",
    "alt text", "image description", "placeholder",
)

STOP_WORDS = (
    "a", "about", "above", "after", "again", "all", "also", "although", "always", "am", "an", "and", "any", "are", "as",
    "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "cannot", "could",
    "did", "do", "does", "doing", "done", "down", "during", "each", "either", "else", "etc", "even", "ever", "every",
    "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "herself", "him",
    "himself", "his", "how", "however", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "like", "many",
    "me", "might", "more", "most", "much", "must", "my", "myself", "neither", "no", "nor", "not", "now", "of", "off",
    "often", "on", "once", "only", "onto", "or", "other", "our", "ours", "out", "over", "own", "per", "quite", "rather",
    "really", "same", "shall", "she", "should", "since", "so", "some", "such", "than", "that", "the", "their", "theirs",
    "them", "themselves", "then", "there", "these", "they", "this", "those", "though", "through", "thus", "to", "too",
    "under", "until", "up", "upon", "us", "very", "via", "was", "we", "were", "what", "when", "where", "whether",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your",
    "yours",
)

CONNECTING_WORDS = (
    "a", "an", "and", "as", "at", "because", "but", "by", "for", "from", "if", "in", "into", "of", "on", "onto", "or",
    "our", "than", "that", "the", "their", "this", "to", "upon", "via", "when", "where", "whether", "which", "while",
    "whose", "with", "without", "your",
)

PLACEHOLDERS = (
    "untitled", "todo", "tbd", "tba", "fixme", "lorem ipsum", "placeholder", "your title here", "your title",
    "title here", "insert title here", "your description here", "description here", "add a description",
    "add description here", "your excerpt here", "your name", "your name here", "author name", "my post title",
    "post title", "title of your post", "tag1", "tag 1", "your tag", "coming soon", "xxx", "changeme", "change me",
    "example title", "n/a", "short description here", "write your excerpt here", "yyyy-mm-dd",
)
