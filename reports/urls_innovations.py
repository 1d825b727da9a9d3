from django.urls import path

from reports.views import innovation, innovation_lists, innovation_proof, innovations

urlpatterns = [
    path("inovasi/", innovations.innovation_list, name="innovation_list"),
    path("inovasi/tahapan/", innovations.innovation_stages, name="innovation_stages"),
    path("inovasi/unduh/<str:sheet>/", innovations.innovation_export, name="innovation_export"),
    path("inovasi/baru/", innovations.innovation_new, name="innovation_new"),
    path("inovasi/hitung-kata/", innovations.innovation_words, name="innovation_words"),
    path("inovasi/isian/", innovation_lists.innovation_lists, name="innovation_lists"),
    path("inovasi/isian/<str:kind>/tambah/", innovation_lists.innovation_list_new, name="innovation_list_new"),
    path("inovasi/isian/<str:kind>/<int:pk>/", innovation_lists.innovation_list_edit, name="innovation_list_edit"),
    path("inovasi/bukti/<int:pk>/", innovation_proof.innovation_evidence_file, name="innovation_evidence_file"),
    path(
        "inovasi/bukti/<int:pk>/hapus/", innovation_proof.innovation_evidence_remove, name="innovation_evidence_remove"
    ),
    path("inovasi/pengajuan/<int:pk>/", innovation_proof.innovation_submission, name="innovation_submission"),
    path(
        "inovasi/pengajuan/<int:pk>/lampiran/",
        innovation_proof.innovation_submission_paper,
        name="innovation_submission_paper",
    ),
    path(
        "inovasi/pengajuan/<int:pk>/setujui/",
        innovation_proof.innovation_submission_approve,
        name="innovation_submission_approve",
    ),
    path(
        "inovasi/pengajuan/<int:pk>/status/",
        innovation_proof.innovation_submission_move,
        name="innovation_submission_move",
    ),
    path("inovasi/<int:pk>/", innovation.innovation_detail, name="innovation_detail"),
    path("inovasi/<int:pk>/profil.pdf", innovation.innovation_pdf, name="innovation_pdf"),
    path("inovasi/<int:pk>/maju/", innovation.innovation_advance, name="innovation_advance"),
    path("inovasi/<int:pk>/mundur/", innovation.innovation_back, name="innovation_back"),
    path("inovasi/<int:pk>/ubah/<str:part>/", innovation.innovation_edit, name="innovation_edit"),
    path("inovasi/<int:pk>/tambah/<str:line>/", innovation.innovation_line_new, name="innovation_line_new"),
    path(
        "inovasi/<int:pk>/hapus/<str:line>/<int:row>/",
        innovation.innovation_line_remove,
        name="innovation_line_remove",
    ),
    path(
        "inovasi/<int:pk>/bukti-baru/<int:indicator>/",
        innovation_proof.innovation_evidence_new,
        name="innovation_evidence_new",
    ),
    path(
        "inovasi/<int:pk>/pengajuan-baru/",
        innovation_proof.innovation_submission_new,
        name="innovation_submission_new",
    ),
    path("inovasi/<int:pk>/<str:section>/", innovation.innovation_detail, name="innovation_section"),
]
