from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_safe

from assessments.confidential import sensitive_paths
from assessments.models import AssessmentFile
from assessments.xlsform import plain
from cases.audit import record
from cases.downloads import handed_out
from cases.permissions import Perm, get_permitted


@require_safe
def file_show(request, pk):
    """The only way to a photo or document of an assessment: through the gate and onto the trail."""
    found = get_permitted(request.user, AssessmentFile.objects.for_page(), Perm.FILE, pk=pk)
    assessment, may = found.assessment, request.user.perms_at(found.assessment.shelter)
    if plain(found.path) in sensitive_paths(assessment.form, assessment.stay) and not {Perm.ASSESS, Perm.REVIEW} & may:
        raise PermissionDenied
    record(by=request.user, action="assessmentfile.viewed", target=assessment, size=found.size)
    response = handed_out(found.file, found.download_name, found.content_type, shown=found.is_picture)
    response["Content-Security-Policy"] += "; img-src 'self'"
    return response
