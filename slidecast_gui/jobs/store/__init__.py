"""The list of jobs as a program asks and changes it; the table is the queue, and the only truth.

`job_store` puts it together of what can be asked (`reading`, in the order of `queue_order`), what only the process that
runs a job may do (`running`, with `outcome` and `retrying`), holding the queue (`holding`), edits of slides
(`editing`), forgetting jobs (`removing`, `undoing`), moved results (`results`), over `tables`, where every state
changes by the rules of `moves`. `exporting` writes the list for others; `pathnames` compares paths as the table keeps
them.
"""
