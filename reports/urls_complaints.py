"""Complaints: what the public sees under /pengaduan/, what the house sees under /buku-pengaduan/."""

from django.urls import path

from reports.views import complaint, complaint_door, complaint_figures

urlpatterns = [
    path("pengaduan/", complaint_door.complaint_department, name="complaint_department"),
    path("pengaduan/cek/", complaint_door.complaint_follow, name="complaint_follow"),
    path("pengaduan/<slug:slug>/", complaint_door.complaint_new, name="complaint_new"),
    path("buku-pengaduan/", complaint.complaint_list, name="complaint_list"),
    path("buku-pengaduan/catat/", complaint.complaint_record, name="complaint_record"),
    path("buku-pengaduan/catat/<int:pk>/", complaint.complaint_recorded, name="complaint_recorded"),
    path("buku-pengaduan/catat/<int:pk>/bukti/", complaint.complaint_slip, name="complaint_slip"),
    path("buku-pengaduan/tanggapan/<int:pk>/", complaint.complaint_reply, name="complaint_reply"),
    path("buku-pengaduan/angka/", complaint_figures.complaint_figures_page, name="complaint_figures"),
    path("buku-pengaduan/angka/pdf/", complaint_figures.complaint_figures_pdf, name="complaint_figures_pdf"),
    path("buku-pengaduan/batas/", complaint_figures.complaint_limits, name="complaint_limits"),
    path("buku-pengaduan/batas/baru/", complaint_figures.complaint_limit_new, name="complaint_limit_new"),
    path("buku-pengaduan/batas/<int:pk>/", complaint_figures.complaint_limit_edit, name="complaint_limit_edit"),
    path(
        "buku-pengaduan/batas/<int:pk>/hapus/", complaint_figures.complaint_limit_remove, name="complaint_limit_remove"
    ),
    path("buku-pengaduan/<int:pk>/", complaint.complaint_detail, name="complaint_detail"),
    path("buku-pengaduan/<int:pk>/lampiran/", complaint.complaint_file, name="complaint_file"),
    path("buku-pengaduan/<int:pk>/<slug:slug>/", complaint.complaint_act, name="complaint_act"),
]
