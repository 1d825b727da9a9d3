"""An assessment that is completed finishes the task that asked for it."""


def test_completing_the_initial_assessment_finishes_its_task(filled, sari):
    task = filled.stay.tasks.get(rule__slug="asesmen-awal")
    assert task.status == "open"
    filled.submit(by=sari)
    task.refresh_from_db()
    assert (task.status, task.done_by) == ("done", sari)
