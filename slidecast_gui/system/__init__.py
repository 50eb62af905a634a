"""What Slidecast asks of the computer it runs on, each system in its own way; nothing here knows decks or jobs.

The program among others: `instance` (one window), `ending` (asked to go), `power` (no sleep), `windows`, `logs`,
`collector`.
Files and room: `writing`, `space`. Programs that it starts: `talking` (its own children), `libreoffice`, `allowance`
(what they may take), `giving_way`. `system_libraries` says what a bare Linux lacks.
"""
