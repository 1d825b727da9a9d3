"""Tasks (tugas): the list, and one page for each thing that can be done to one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.task import AssignTaskForm, FinishTaskForm, StopTaskForm, TaskForm
from cases.models import Stay, Task
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once

SHOWN = {
    "": "Tugas saya",
    "bebas": "Belum dibagi",
    "lewat": "Lewat batas",
    "semua": "Semua yang terbuka",
    "tangguh": "Ditangguhkan",
}


def task_of(request, pk):
    return get_permitted(request.user, Task.objects.for_list(), Perm.FILE, pk=pk)


def chosen_tasks(user, query):
    """Which of them are shown, and they: what the page shows and a spreadsheet holds."""
    shown = query.get("tampil", "")
    shown = shown if shown in SHOWN else ""
    tasks = Task.objects.allowed(user, Perm.FILE)
    wanted = {
        "": tasks.open().filter(assigned_to=user), "bebas": tasks.open().filter(assigned_to=None),
        "lewat": tasks.overdue(), "semua": tasks.open(), "tangguh": tasks.filter(status=Task.Status.SUSPENDED),
    }[shown]  # fmt: skip
    return shown, wanted.for_list().order_by("due_at", "pk")


@require_safe
def task_list(request):
    require(request.user, Perm.FILE)
    shown, tasks = chosen_tasks(request.user, request.GET)
    page = Paginator(tasks, 25).get_page(request.GET.get("page"))
    return render(request, "cases/task_list.html", {"page": page, "shown": shown, "choices": SHOWN.items()})


@require_http_methods(["GET", "POST"])
def task_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    form = TaskForm(request.POST or None, stay=stay)

    def make():
        task = form.task()
        task.add(by=request.user)
        messages.success(request, f"Tugas “{task}” ditambahkan.")
        return stay.get_absolute_url()

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/task_new.html", context)


@require_http_methods(["GET", "POST"])
def task_finish(request, pk):
    def finish(task, form):
        task.finish(by=request.user, **form.cleaned_data)
        return f"Tugas “{task}” selesai."

    return page_of(request, pk, FinishTaskForm, "cases/task_finish.html", finish)


@require_http_methods(["GET", "POST"])
def task_assign(request, pk):
    def assign(task, form):
        task.assign(form.cleaned_data["assigned_to"], by=request.user)
        return f"Tugas “{task}” " + (f"ditugaskan kepada {task.assigned_to}." if task.assigned_to else "dilepas.")

    return page_of(request, pk, AssignTaskForm, "cases/task_assign.html", assign)


@require_http_methods(["GET", "POST"])
def task_stop(request, pk):
    def stop(task, form):
        verb = task.suspend if form.cleaned_data["how"] == "suspend" else task.cancel
        verb(by=request.user, reason=form.cleaned_data["reason"])
        return f"Tugas “{task}” {task.get_status_display().lower()}."

    return page_of(request, pk, StopTaskForm, "cases/task_stop.html", stop)


def page_of(request, pk, form_class, template, verb):
    task = task_of(request, pk)
    form = form_class(request.POST if request.method == "POST" else None, task=task)
    gone = act(request, form, lambda: verb(task, form), task.stay.get_absolute_url())
    return gone or render(request, template, {"form": form, "task": task, "client": task.stay.client})


@require_POST
def task_take(request, pk):
    """“Saya kerjakan”: one press on one's own list."""
    return press(request, pk, lambda task: task.assign(request.user, by=request.user), "menjadi tugas Anda")


@require_POST
def task_resume(request, pk):
    return press(request, pk, lambda task: task.resume(by=request.user), "dilanjutkan")


def press(request, pk, verb, done):
    task = task_of(request, pk)
    try:
        verb(task)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Tugas “{task}” {done}.")
    return redirect(task.stay)
