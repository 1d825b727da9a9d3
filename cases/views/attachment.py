from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.downloads import handed_out
from cases.forms.attachment import AttachmentForm, RemoveForm
from cases.models import Attachment, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.paper import tab_url


@require_http_methods(["GET", "POST"])
def attachment_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    form = AttachmentForm(request.POST or None, request.FILES or None, stay=stay)

    def make():
        attachment = form.keep(stay, by=request.user)
        messages.success(request, f"Berkas “{attachment}” disimpan.")
        return tab_url(stay)

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/attachment_new.html", context)


@require_safe
def attachment_download(request, pk):
    """The only way to a file: through the gate, onto the trail, and never shown by the browser itself."""
    attachment = get_permitted(request.user, Attachment.objects.select_related("client"), Perm.FILE, pk=pk)
    if attachment.removed_at:
        raise Http404("Berkas ini sudah dihapus.")
    record(by=request.user, action="attachment.downloaded", target=attachment, kind=attachment.kind)
    return handed_out(attachment.file, attachment.download_name, attachment.content_type)


@require_http_methods(["GET", "POST"])
def attachment_remove(request, pk):
    rows = Attachment.objects.select_related("client", "shelter", "stay").visible_to(request.user)
    attachment = get_permitted(request.user, rows, Perm.FILE, pk=pk)
    form = RemoveForm(request.POST or None)

    def remove():
        attachment.remove(by=request.user, reason=form.cleaned_data["reason"])
        return f"Berkas “{attachment}” dihapus."

    gone = act(request, form, remove, tab_url(attachment))
    context = {"form": form, "attachment": attachment, "client": attachment.client}
    return gone or render(request, "cases/attachment_remove.html", context)
