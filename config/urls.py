from django.urls import include, path

urlpatterns = [
    path("", include("reports.urls")),
    path("", include("referrals.urls")),
    path("", include("assessments.urls")),
    path("", include("cases.urls")),
]
