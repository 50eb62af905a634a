"""Language codes as an MP4's tracks carry them."""

from __future__ import annotations

UNDETERMINED = "und"

# ISO 639-1 -> ISO 639-2/T, the languages in which talks are most often given.
_CODES = """
af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng eo:epo
es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg gu:guj he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl
it:ita ja:jpn ka:kat kk:kaz kn:kan ko:kor ky:kir la:lat lt:lit lv:lav mk:mkd ml:mal mn:mon mr:mar ms:msa mt:mlt
my:mya nb:nob ne:nep nl:nld nn:nno no:nor pa:pan pl:pol pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp
sv:swe sw:swa ta:tam te:tel th:tha tr:tur tt:tat uk:ukr ur:urd uz:uzb vi:vie zh:zho
"""
_THREE_LETTERS = dict(pair.split(":") for pair in _CODES.split())


def track_language(tag: str) -> str:
    """The three letters (ISO 639-2/T) for a BCP 47 tag such as "en-GB"; "und" for an empty or unknown one."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    if len(primary) == 3 and primary.isascii() and primary.isalpha():
        return primary
    return _THREE_LETTERS.get(primary, UNDETERMINED)
