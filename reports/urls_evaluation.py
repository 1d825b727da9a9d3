from django.urls import path

from reports.views import evaluation, evaluation_out, evaluation_parts, evaluation_states

urlpatterns = [
    path("evaluasi/", evaluation.evaluation_list, name="evaluation_list"),
    path("evaluasi/baru/", evaluation.evaluation_new, name="evaluation_new"),
    path("evaluasi/ukuran/", evaluation.evaluation_measures, name="evaluation_measures"),
    path("evaluasi/<int:pk>/", evaluation.evaluation_detail, name="evaluation_detail"),
    path("evaluasi/<int:pk>/ubah/", evaluation.evaluation_edit, name="evaluation_edit"),
    path("evaluasi/<int:pk>/salin/", evaluation.evaluation_copy, name="evaluation_copy"),
    path("evaluasi/<int:pk>/buang/", evaluation_states.evaluation_discard, name="evaluation_discard"),
    path("evaluasi/<int:pk>/jalankan/", evaluation_states.evaluation_activate, name="evaluation_activate"),
    path("evaluasi/<int:pk>/kembalikan/", evaluation_states.evaluation_reopen, name="evaluation_reopen"),
    path("evaluasi/<int:pk>/tutup/", evaluation_states.evaluation_close, name="evaluation_close"),
    path("evaluasi/<int:pk>/pdf/", evaluation_out.evaluation_pdf, name="evaluation_pdf"),
    path("evaluasi/<int:pk>/unduh/", evaluation_out.evaluation_xlsx, name="evaluation_xlsx"),
    path("evaluasi/<int:plan>/indikator/", evaluation_parts.indicator_new, name="evaluation_indicator_new"),
    path("evaluasi/<int:plan>/indikator/<int:pk>/", evaluation_parts.indicator_edit, name="evaluation_indicator_edit"),
    path("evaluasi/<int:plan>/indikator/<int:pk>/hapus/", evaluation_parts.indicator_remove,
         name="evaluation_indicator_remove"),
    path("evaluasi/<int:plan>/indikator/<int:pk>/<int:quarter>/", evaluation_parts.finding_edit,
         name="evaluation_finding"),
    path("evaluasi/tindak-lanjut/<int:pk>/", evaluation_parts.follow_up_done, name="evaluation_follow_up"),
]  # fmt: skip
