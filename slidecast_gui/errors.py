"""The one base of everything Slidecast raises on purpose.

Two kinds of errors exist. The world's (a damaged deck, a full disk) are a `SlidecastError`: its text is one sentence
for the presenter that says what is wrong and what to do, its `detail` is what an engineer unfolds. Ours are every
other exception: they are logged whole and never worded as if the presenter had done something.
"""


class SlidecastError(Exception):
    """Something the presenter can understand and act on.

    `str(error)` is the sentence, `kind` a stable word for programs ("encrypted", "disk-full"), `detail` technical
    text of any length, possibly empty.
    """

    def __init__(self, kind: str, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.kind = kind
        self.sentence = sentence
        self.detail = detail
        self.slide: int | None = None
        """The number of the slide it is about, where whoever worked on that slide has said so."""


class Cancelled(Exception):
    """The presenter, or the end of the program, asked the work to stop. Not an error."""
