"""The SQLite file: opened, brought up to date, backed up, mended, restored. Private to jobs.

`opening` is the way in; `records` are the tables (`ordering` what Peewee cannot say of them), `schema` and
`migrations/` bring an older file up to date, `faults` words what SQLite reports. `backups` copies it. `checked` knows
when it has to be looked through for damage of the disk; `soundness` then mends what is damaged by the word of
`rules` and `judging`, and where that is not enough, `recovery` restores a backup, with what `salvage` can still read.
"""
