"""The picture that other sites show beside a link: the name of the site and what is in it."""

import unicodedata
from io import BytesIO
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

from ..plan.plan import Plan
from . import Files

ADDRESS = "assets/card.png"
SIZE = (1200, 630)  # the shape that the Open Graph protocol's readers crop to
PAPER, WHITE = (18, 63, 74), (255, 255, 255)
INK, QUIET = 255, 208  # how far a colour is from the paper to white
MARGIN = 80


def files(plan: Plan, site_url: str) -> Files:
    """Yields the picture. Its letters are those that Pillow brings along, so that it is the same on every machine."""
    yield ADDRESS, picture(plan)


def picture(plan: Plan) -> bytes:
    image = Image.new("L", SIZE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((MARGIN, 96, MARGIN + 120, 104), fill=INK)
    draw.text((MARGIN, 130), plain(plan.records.site.title), fill=INK, font=ImageFont.load_default(44))
    lines = "\n".join(wrap(plain(plan.records.site.headline), 44)[:4])
    draw.multiline_text((MARGIN, 250), lines, fill=QUIET, font=ImageFont.load_default(44), spacing=16)
    records = plan.records
    counts = f"{len(records.activities)} activities   {len(records.agencies)} bodies   {len(records.sections)} sections"
    draw.text((MARGIN, 520), counts, fill=INK, font=ImageFont.load_default(34))
    stream = BytesIO()
    image.putpalette([p + (w - p) * step // 255 for step in range(256) for p, w in zip(PAPER, WHITE, strict=True)])
    image.save(stream, "PNG")
    return stream.getvalue()


def plain(text: str) -> str:
    """Returns text in the letters that Pillow's own font has: ASCII, with plain dashes and quotes."""
    signs = text.translate(str.maketrans("–—’“”", '--\'""'))
    return unicodedata.normalize("NFKD", signs).encode("ascii", "ignore").decode()
