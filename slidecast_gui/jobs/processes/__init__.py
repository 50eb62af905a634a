"""Work on decks and sounds from strangers, in processes of their own; whatever happens in one, it comes to one end.

`process` starts and ends any of them, within `limits`. `render_child` renders one deck (its other side is
`render_main`), and `rendering` starts it again where a drawing engine has hung. `look_main` reads a deck for its
estimate; `sound_check`, with `sound_main`, hears whether a sound can be used.
"""
