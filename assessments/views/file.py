from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.views.decorators.http import require_safe

from assessments.confidential import sensitive_paths
from assessments.models import AssessmentFile
from assessments.xlsform import plain
from cases.audit import record
from cases.permissions import Perm, get_permitted


@require_safe
def file_show(request, pk):
    """The only way to a photo or document of an assessment: through the gate and onto the trail."""
    found = get_permitted(request.user, AssessmentFile.objects.for_page(), Perm.FILE, pk=pk)
    assessment, may = found.assessment, request.user.perms_at(found.assessment.shelter)
    if plain(found.path) in sensitive_paths(assessment.form, assessment.stay) and not {Perm.ASSESS, Perm.REVIEW} & may:
        raise PermissionDenied
    record(by=request.user, action="assessmentfile.viewed", target=assessment, size=found.size)
    response = FileResponse(
        found.file.open(),
        as_attachment=not found.is_picture,
        filename=found.download_name,
        content_type=found.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; img-src 'self'"
    return response
