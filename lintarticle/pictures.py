"""What a site says of the images that are made from briefs: where they go, how they are shown, how large they are."""

from __future__ import annotations

from typing import Annotated, Literal

from lintarticle.record import Record
from lintarticle.setting import Setting

Form = Literal["markdown", "figure", "import", "image-component"]
"""How an image is written: in Markdown, by Hugo's `figure`; in MDX by an import and `<img>` or Astro's `<Image>`."""

TABLE = "illustrations"


class Pictures(Record):
    """The table `[illustrations]`."""

    style: Annotated[str, Setting("Text that is added to every prompt, such as a style.", table=TABLE)] = ""
    image_folder: Annotated[
        str, Setting("Folder of images, from the root of the site; with “./” from the article’s.", table=TABLE)
    ] = "./images"
    bundle_folder: Annotated[
        str, Setting("The same for articles in a folder of their own (“tides/index.md”).", table=TABLE)
    ] = ""
    image_address: Annotated[
        str,
        Setting("Address of `image-folder` on the site; without it, paths are relative to the article.", table=TABLE),
    ] = ""
    image_form: Annotated[Form, Setting("How an image is written; imports only in MDX.", table=TABLE)] = "markdown"
    cover_width: Annotated[int, Setting("Width of a cover, in pixels.", table=TABLE)] = 1200
    cover_height: Annotated[int, Setting("Height of a cover, in pixels.", table=TABLE)] = 630
    text_width: Annotated[int, Setting("Width of an image in the text, in pixels.", table=TABLE)] = 1200
