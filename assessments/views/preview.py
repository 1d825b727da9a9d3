"""An instrument as it will look on a phone, to be tried out. Nothing is stored: what was tried travels with the page,
signed, so that it comes back as it left.
"""

from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.fields import PageForm
from assessments.forms.page import PostedPage
from assessments.models import InstrumentVersion
from assessments.scoring import scores
from assessments.views.instance import try_instances
from assessments.views.reading import answer_pages
from cases.models import BasicService

END = "0-akhir"  # a page of the preview; no page of a form may be named so: what the answers lead to


@require_http_methods(["GET", "POST"])
def version_preview(request, pk, page=""):
    version = get_object_or_404(InstrumentVersion.objects.visible_to(request.user).light(), pk=pk)
    pages = version.form.pages
    names = [known.name for known in pages]
    if not page:
        return redirect("assessments:version_preview", version.pk, names[0])
    if page not in [*names, END]:
        raise Http404
    tried = Tried(request, version)
    if "HX-Request" in request.headers:
        return tried.redrawn(request)
    if tried.form and tried.form.errors and "next" in request.POST:
        page = tried.page.name  # what is wrong there is said first, as on the real page
    elif page != END and not tried.state.page(page).items:
        page = tried.next_to(page)  # nothing to ask on it now
    shown = tried.form if tried.page and tried.page.name == page else None
    return render(request, "assessments/version_preview.html", tried.context(page, shown))


class Tried:
    """The answers tried so far, with those of the page that was just sent."""

    def __init__(self, request, version):
        self.version, self.now = version, timezone.localtime()
        self.salt = f"instrument-preview-{version.pk}"
        self.answers, self.page, self.form = self._kept(request.POST.get("tried", "")), None, None
        if self.answers is None:
            self.answers = version.form.initial(now=self.now)
        self.state = version.form.evaluate(self.answers, now=self.now)
        sent = request.POST.get("page")
        self.page = next((page for page in version.form.pages if page.name == sent), None)
        if self.page:
            self._take(request)

    def _kept(self, text):
        try:
            return signing.loads(text, salt=self.salt)
        except signing.BadSignature:
            return None

    def _take(self, request):
        self.posted = PostedPage(request.POST, self.state.inputs_of(self.page.name))
        changed = self.answers | self.posted.answers
        self.answers = {path: value for path, value in changed.items() if value is not None}
        self.answers = try_instances(self.version.form, self.answers, request.POST, now=self.now)
        self.state = self.version.form.evaluate(self.answers, now=self.now)
        self.answers |= self.state.kept()
        strict = "next" in request.POST
        section = self.state.page(self.page.path)
        self.form = PageForm(section, held=self.posted.held, was=self.posted.was, strict=strict)

    def next_to(self, page):
        names = [known.name for known in self.state.pages]
        later = self.state.pages[names.index(page) + 1 :]
        return next((known.name for known in later if known.items), END)

    def redrawn(self, request):
        """The questions, when others are to be shown than those on the screen."""
        if not self.form or (self.form.shape == self.posted.shape and not self.posted.differs_from(self.answers)):
            return HttpResponse(status=204)
        return render(request, "assessments/_version_preview_fields.html", self.context(self.page.name, self.form))

    def context(self, page, form):
        asked = [known for known in self.state.pages if known.items]
        context = {"version": self.version, "instrument": self.version.instrument, "pages": asked, "page": page}
        context["tried"] = signing.dumps(self.answers, salt=self.salt, compress=True)
        if page == END:
            services = BasicService.objects.labels()  # allowed( everybody: the catalogue
            context["needs"] = list(dict.fromkeys(services[need.slug] for need in self.state.needs()))
            context |= {"groups": answer_pages(self.state), "problems": self.state.problems, "end": True}
            context["measures"] = scores(self.version.form.domains, self.state)
            return context
        names = [known.name for known in asked]
        context["form"] = form or PageForm(self.state.page(page))
        context["following"] = self.next_to(page)
        context["number"] = names.index(page) + 1 if page in names else None
        context["previous"] = names[names.index(page) - 1] if page in names[1:] else None
        return context
