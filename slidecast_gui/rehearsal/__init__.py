"""A deck before it is rendered: its slides, their pictures and what is heard on them, as they will be in the video.

A rehearsal runs in a process of its own, as a render does: no deck can take the window down with it. It makes pictures
and clips by the same ways and under the same keys as a render, so nothing that was rehearsed is made again.
`messages` is what the window and a rehearsal say to each other.
"""
