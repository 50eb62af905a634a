"""What a notification says of jobs that have ended."""

from __future__ import annotations

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.outside.notifying import Notice
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import clock


def notice_of(job: Job) -> Notice:
    """The end of one job: its length, or why there is no video."""
    if job.status is JobStatus.DONE:
        length = say("The video is {time} long.").format(time=clock(job.duration_s))
        title = say("“{name}” is done").format(name=job.name)
        return Notice(job.job_id, title, length, say("Watch"), second=say("Show in folder"))
    why = job.error or say("The video could not be made.")
    return Notice(job.job_id, say("“{name}” failed").format(name=job.name), why, say("Show"), bad=True)


def notice_of_all(outcome: str, *, failed: bool) -> Notice:
    """The end of several jobs; `outcome` counts what came of them."""
    text = say("The list says why.") if failed else say("Everything is rendered.")
    return Notice("", outcome, text, say("Show"), bad=failed)
