"""Makes the two fonts beside this file, for the pictures of the feature `png`, and the list of their characters.

Out of Debian's fonts-noto-cjk (Noto Sans CJK JP, SIL Open Font License 1.1, see OFL.txt), with fonttools:

    apt-get install fonts-noto-cjk
    pip install fonttools
    python3 assets/fonts/make.py /usr/share/fonts/opentype/noto
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

HERE = pathlib.Path(__file__).parent


def characters():
    """Windows-31J (JIS X 0208, levels 1 and 2, with 髙, 﨑, ①, Ⅳ, ㈱), JIS X 0213's additions to the
    kanji of everyday use, European letters, and the signs our own pages write."""
    found = set()
    for lead in range(0x20, 0xFD):
        for code in [bytes([lead])] + [bytes([lead, trail]) for trail in range(0x40, 0xFD)]:
            try:
                found.update(code.decode("cp932"))
            except UnicodeDecodeError:
                pass
    found = {c for c in found if not "\ue000" <= c <= "\uf8ff"}  # no private use
    found.update("俱剝塡頰𠮟")
    found.update(chr(c) for c in range(0xA0, 0x180))
    found.update("–—‘’“”†‡•…‰′″‹›※€№℃™−≒≠≤≥←↑→↓⇒⇔▲△▼▽◆◇○●◎★☆〒〓♪゛゜ヽヾゝゞ々〆〇・ーヴヵヶ")
    found.update("㊤㊥㊦㊧㊨㈱㈲㈹㍻㍼㍽㍾㋿№㏍℡㎜㎝㎞㎎㎏㏄㎡㎥")
    found.update(chr(c) for c in range(0x2460, 0x2474))
    found.update(chr(c) for c in range(0x3220, 0x322A))
    found.update("\u3000")
    return sorted(ord(c) for c in found)


def make(weight, folder):
    collection = TTCollection(folder / f"NotoSansCJK-{weight}.ttc")
    font = next(f for f in collection.fonts if f["name"].getDebugName(1).startswith("Noto Sans CJK JP"))
    font.recalcTimestamp = False
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    to = HERE / f"NotoSansCJKjp-{weight}.subset.otf"
    font.save(to)
    print(to.name, to.stat().st_size, "bytes,", len(font.getBestCmap()), "characters")
    return set(font.getBestCmap())


folder = pathlib.Path(sys.argv[1])
drawn = make("Regular", folder) & make("Bold", folder)
text = "".join(chr(c) for c in sorted(drawn) if c >= 0x20 and c != 0x7F)
(HERE / "characters.txt").write_text(text, encoding="utf-8")
