"""Where the pieces of a video are made, kept, and put together: what `render` tells the story of.

`workshop` makes them side by side, from what `illustrator` (seen) and `narrator` (heard) bring. `pieces` keeps them by
content, `shelf` is that as one render sees it. `talk` and `meter` say how much there is to do and how far it is;
`publishing` puts the result into its folder. Importing this package loads no codec: each module is asked for by name.
"""
