from django.urls import path

from reports.views import (
    survey,
    survey_acts,
    survey_answer,
    survey_cards,
    survey_import,
    survey_published,
    survey_question,
    survey_results,
)

urlpatterns = [
    # Asking: whoever holds the address, the card or the tablet.
    path("survei/kode/", survey_answer.survey_code, name="survey_code"),
    path("survei/kartu/<str:token>/", survey_answer.survey_card, name="survey_card"),
    path("survei/tablet/<str:token>/", survey_answer.survey_device, name="survey_device"),
    path("survei/<slug:shelter>/", survey_answer.survey_answer, name="survey_answer"),
    path("survei/<slug:shelter>/terima-kasih/", survey_answer.survey_thanks, name="survey_thanks"),
    # The staff.
    path("survei-panti/", survey.survey_list, name="survey_list"),
    path("survei-panti/baru/", survey.survey_new, name="survey_new"),
    path("survei-panti/tablet/", survey_cards.survey_tablet, name="survey_tablet"),
    path("survei-panti/pertanyaan/", survey_question.survey_questions, name="survey_questions"),
    path("survei-panti/pertanyaan/<str:code>/", survey_question.survey_question_settle, name="survey_question_settle"),
    path("survei-panti/<int:pk>/", survey.survey_period, name="survey_period"),
    path("survei-panti/<int:pk>/ubah/", survey.survey_edit, name="survey_edit"),
    path("survei-panti/<int:pk>/buka/", survey.survey_open, name="survey_open"),
    path("survei-panti/<int:pk>/tutup/", survey.survey_close, name="survey_close"),
    path("survei-panti/<int:pk>/kartu/", survey_cards.survey_cards, name="survey_cards"),
    path("survei-panti/<int:pk>/saran/", survey.survey_suggestions, name="survey_suggestions"),
    path("survei-panti/saran/<uuid:pk>/kosongkan/", survey.survey_suggestion_hide, name="survey_suggestion_hide"),
    # What it found.
    path("survei-panti/<int:pk>/hasil/", survey_results.survey_results, name="survey_results"),
    path("survei-panti/<int:pk>/hasil/laporan.pdf", survey_results.survey_report_pdf, name="survey_report_pdf"),
    path("survei-panti/<int:pk>/hasil/publikasi.pdf", survey_results.survey_sheet_pdf, name="survey_sheet_pdf"),
    path("survei-panti/<int:pk>/hasil/jawaban.xlsx", survey_results.survey_export, name="survey_export"),
    path("survei-panti/<int:pk>/hasil/umumkan/", survey_acts.survey_publish, name="survey_publish"),
    path("survei-panti/<int:pk>/hasil/teks/", survey_acts.survey_texts, name="survey_texts"),
    path("survei-panti/<int:pk>/tindak-lanjut/", survey_acts.survey_action_new, name="survey_action_new"),
    path("survei-panti/<int:pk>/impor/", survey_import.survey_import_new, name="survey_import_new"),
    path("survei-panti/impor/<int:pk>/", survey_import.survey_import, name="survey_import"),
    path("survei-panti/impor/<int:pk>/kolom/", survey_import.survey_import_pair, name="survey_import_pair"),
    path("survei-panti/impor/<int:pk>/batal/", survey_import.survey_import_undo, name="survey_import_undo"),
    path("survei-panti/tindak-lanjut/<int:pk>/selesai/", survey_acts.survey_action_finish, name="survey_action_finish"),
    path("survei-panti/tindak-lanjut/<int:pk>/ubah/", survey_acts.survey_action_move, name="survey_action_move"),
    path("survei-panti/tahun/", survey_results.survey_year, name="survey_year_now"),
    path("survei-panti/tahun/<int:year>/", survey_results.survey_year, name="survey_year"),
    path("survei-panti/mutu/", survey_acts.survey_classes, name="survey_classes"),
    path("survei-panti/angka-lama/<slug:shelter>/", survey_acts.survey_old, name="survey_old"),
    path("survei-panti/angka-lama/<int:pk>/hapus/", survey_acts.survey_old_remove, name="survey_old_remove"),
    path("publik/<slug:shelter>/skm/", survey_published.survey_published, name="survey_published"),
]
