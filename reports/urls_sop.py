from django.urls import path

from reports.views import sop, sop_public, sop_version

urlpatterns = [
    path("sop/", sop.sop_list, name="sop_list"),
    path("sop/tambah/", sop.sop_new, name="sop_new"),
    path("sop/<int:pk>/", sop.sop_detail, name="sop_detail"),
    path("sop/<int:pk>/ubah/", sop.sop_edit, name="sop_edit"),
    path("sop/<int:pk>/ajukan/", sop_version.sop_submit, name="sop_submit"),
    path("sop/<int:pk>/periksa/", sop_version.sop_review, name="sop_review"),
    path("sop/<int:pk>/cabut/", sop.sop_retire, name="sop_retire"),
    path("sop/<int:pk>/v<int:number>/berkas/", sop_version.sop_file, name="sop_file"),
    path("sop/<int:pk>/v<int:number>/sudah-dibaca/", sop_version.sop_read, name="sop_read"),
    path("sop/<int:pk>/v<int:number>/pembaca/", sop_version.sop_readers, name="sop_readers"),
    path("sop/<int:pk>/v<int:number>/pembaca/pdf/", sop_version.sop_readers_pdf, name="sop_readers_pdf"),
    path("publik/<slug:slug>/sop/<int:pk>/", sop_public.sop_public, name="sop_public"),
]
