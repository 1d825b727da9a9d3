from django.urls import path

from assessments.views import assessment, page, review

app_name = "assessments"
urlpatterns = [
    path("masa-tinggal/<int:pk>/asesmen/mulai/", assessment.assessment_start, name="assessment_start"),
    path("klien/<int:pk>/asesmen/", assessment.client_assessments, name="client_assessments"),
    path("asesmen/<int:pk>/", assessment.assessment_detail, name="assessment_detail"),
    path("asesmen/<int:pk>/isi/<str:page>/", page.assessment_page, name="assessment_page"),
    path("asesmen/<int:pk>/periksa/", review.assessment_check, name="assessment_check"),
    path("asesmen/<int:pk>/tinjau/", review.assessment_review, name="assessment_review"),
]
