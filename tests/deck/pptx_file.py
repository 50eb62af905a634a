"""Makes presentations part by part, so that each test says what is special about its own."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{RELATIONSHIP}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
    'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main"'
)
THEME = (
    f'<a:theme {NAMESPACES}><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Georgia"/>'
    '<a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:fontScheme>'
    "</a:themeElements></a:theme>"
)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run; `properties` are attributes of the run ('lang="de-DE"')."""
    return f"<a:p><a:r><a:rPr {properties}/><a:t>{escape(text)}</a:t></a:r></a:p>"


def shape(*paragraphs: str, placeholder: str = "", shape_id: int = 2, body: str = "<a:bodyPr/>") -> str:
    """A text shape; `placeholder` is the type of placeholder it is."""
    inner = f'<p:ph type="{placeholder}"/>' if placeholder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="s"/><p:cNvSpPr/><p:nvPr>{inner}</p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody>{body}{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def tree(root: str, shapes: str, attributes: str = "", after: str = "") -> str:
    """A slide, layout, master or notes slide."""
    return f"<p:{root} {NAMESPACES} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>{after}</p:{root}>"


@dataclass
class PptxFile:
    """A presentation in the making: parts by name, relationships by source part, slides in order."""

    parts: dict[str, bytes | str] = field(default_factory=dict)
    relationships: dict[str, list[tuple[str, str, str, bool]]] = field(default_factory=dict)
    slides: list[str] = field(default_factory=list)
    size: str = '<p:sldSz cx="12192000" cy="6858000"/>'
    title: str = ""

    def relate(self, source: str, kind: str, target: str, rel_id: str = "", external: bool = False) -> str:
        """Add a relationship, and return its id."""
        known = self.relationships.setdefault(source, [])
        rel_id = rel_id or f"rId{len(known) + 1}"
        known.append((rel_id, kind, target, external))
        return rel_id

    def slide(self, shapes: str = "", notes: str | None = None, attributes: str = "", after: str = "") -> str:
        """Add a slide with these shapes, notes (its body's text), attributes of its root, and what follows `cSld`."""
        number = len(self.slides) + 1
        part = f"/ppt/slides/slide{number}.xml"
        self.slides.append(part)
        self.parts[part] = tree("sld", shapes, attributes, after)
        self.relate(part, "slideLayout", "../slideLayouts/slideLayout1.xml", "rIdLayout")
        if notes is not None:
            body = shape(*map(paragraph, notes.split("\n")), placeholder="body")
            number_field = shape(paragraph(str(number)), placeholder="sldNum")
            self.parts[f"/ppt/notesSlides/notesSlide{number}.xml"] = tree("notes", number_field + body)
            self.relate(part, "notesSlide", f"../notesSlides/notesSlide{number}.xml", "rIdNotes")
        return part

    def write(self, path: Path, leave_out: tuple[str, ...] = ()) -> Path:
        """Write the file, without the parts in `leave_out`."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._all_parts().items():
                if name not in leave_out:
                    archive.writestr(name.lstrip("/"), content)
        return path

    def _all_parts(self) -> dict[str, bytes | str]:
        frame: dict[str, bytes | str] = {
            "/[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="emf" ContentType="image/x-emf"/></Types>',
            "/ppt/slideLayouts/slideLayout1.xml": tree("sldLayout", ""),
            "/ppt/slideMasters/slideMaster1.xml": tree("sldMaster", ""),
            "/ppt/theme/theme1.xml": THEME,
            "/docProps/core.xml": '<c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(self.title)}</dc:title></c:coreProperties>",
        }
        entries = ""
        links = {
            "/": [
                ("rId1", "officeDocument", "ppt/presentation.xml", False),
                ("rId2", "core-properties", "docProps/core.xml", False),
            ],
            "/ppt/slideLayouts/slideLayout1.xml": [
                ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml", False),
            ],
            "/ppt/slideMasters/slideMaster1.xml": [
                ("rId1", "theme", "../theme/theme1.xml", False),
                ("rId2", "slideLayout", "../slideLayouts/slideLayout1.xml", False),
            ],
        }
        for place, part in enumerate(self.slides):
            links.setdefault("/ppt/presentation.xml", []).append((f"s{place}", "slide", part, False))
            entries += f'<p:sldId id="{256 + place}" r:id="s{place}"/>'
        frame["/ppt/presentation.xml"] = (
            f"<p:presentation {NAMESPACES}><p:sldIdLst>{entries}</p:sldIdLst>{self.size}</p:presentation>"
        )
        for source, added in self.relationships.items():
            links[source] = links.get(source, []) + added
        rels = {_rels_name(source): _rels_part(known) for source, known in links.items()}
        return {**frame, **rels, **self.parts}


def _rels_name(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _rels_part(known: list[tuple[str, str, str, bool]]) -> str:
    lines = "".join(
        f'<Relationship Id="{rel_id}" Type="{RELATIONSHIP}/{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"/>' if external else "/>")
        for rel_id, kind, target, external in known
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )
