"""People who are announced, and groups outside that report."""

from django.urls import path

from referrals.views import community, community_door, report_door, sender, sender_door, triage

urlpatterns = [
    path("permintaan/", triage.request_list, name="request_list"),
    path("permintaan/<int:pk>/", triage.request_detail, name="request_detail"),
    path("permintaan/<int:pk>/terima/", triage.request_accept, name="request_accept"),
    path("permintaan/<int:pk>/razia/", triage.request_sweep, name="request_sweep"),
    path("permintaan/<int:pk>/tanya/", triage.request_ask, name="request_ask"),
    path("permintaan/<int:pk>/teruskan/", triage.request_pass, name="request_pass"),
    path("permintaan/<int:pk>/tolak/", triage.request_refuse, name="request_refuse"),
    path("permintaan/<int:pk>/<slug:part>/", triage.request_file, name="request_file"),
    path("permintaan/orang/<int:pk>/terima/", triage.request_admit, name="request_admit"),
    path("permintaan/orang/<int:pk>/kenal/", triage.request_known, name="request_known"),
    path("permintaan/orang/<int:pk>/kenal/<int:client>/", triage.request_join, name="request_join"),
    path("permintaan/orang/<int:pk>/selesai/", triage.request_close, name="request_close"),
    path("pengirim/", sender.sender_list, name="sender_list"),
    path("pengirim/baru/", sender.sender_office_new, name="sender_office_new"),
    path("pengirim/<int:pk>/", sender.sender_detail, name="sender_detail"),
    path("pengirim/<int:pk>/tautan/", sender.sender_link, name="sender_link"),
    path("jejaring/", community.community_list, name="community_list"),
    path("jejaring/baru/", community.community_new, name="community_new"),
    path("jejaring/<int:pk>/", community.community_detail, name="community_detail"),
    path("jejaring/<int:pk>/tautan/", community.community_link, name="community_link"),
    path("jejaring/laporan/<int:pk>/", community.community_report, name="community_report"),
    # Without an account, by a secret link: referrals.doors
    path("kirim/<str:token>/", sender_door.sender_page, name="sender_page"),
    path("kirim/<str:token>/baru/", sender_door.sender_new, name="sender_new"),
    path("kirim/<str:token>/<str:number>/", sender_door.sender_request, name="sender_request"),
    path("wksbm/<str:token>/", community_door.community_page, name="community_page"),
    path("wksbm/<str:token>/<int:year>-<int:half>/", community_door.community_write, name="community_write"),
    # Without an account and without a link
    path("lapor/", report_door.report_new, name="report_new"),
    path("lapor/cek/", report_door.report_check, name="report_check"),
]
