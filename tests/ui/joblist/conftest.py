"""The model over a table of jobs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from slidecast_gui.jobs import JobStore
from slidecast_gui.ui.joblist.job_model import JobModel


@pytest.fixture
def model(store: JobStore, qapp: QApplication) -> Iterator[JobModel]:
    """Watched by Qt's tester; what it finds is a warning of Qt's, and those fail tests here."""
    made = JobModel(store, qapp)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    yield made
    made.deleteLater()
