"""The way home: journeys, their legs and money, and the page of an office on the way."""

from django.urls import path

from referrals.views import journey, journey_act, journey_door, journey_leg, journey_money, journey_paper

urlpatterns = [
    path("pemulangan/", journey.journey_list, name="journey_list"),
    path("masa-tinggal/<int:pk>/pemulangan/baru/", journey.journey_new, name="journey_new"),
    path("pemulangan/<int:pk>/", journey.journey_detail, name="journey_detail"),
    path("pemulangan/<int:pk>/ubah/", journey.journey_edit, name="journey_edit"),
    path("pemulangan/<int:pk>/ruas/baru/", journey.journeyleg_new, name="journeyleg_new"),
    path("pemulangan/ruas/<int:pk>/", journey.journeyleg_edit, name="journeyleg_edit"),
    path("pemulangan/ruas/<int:pk>/hapus/", journey.journeyleg_drop, name="journeyleg_drop"),
    path("pemulangan/ruas/<int:pk>/tautan/", journey_leg.journeyleg_link, name="journeyleg_link"),
    path("pemulangan/ruas/<int:pk>/ingatkan/", journey_leg.journeyleg_remind, name="journeyleg_remind"),
    path("pemulangan/ruas/<int:pk>/kabar/", journey_leg.journeynews_new, name="journeynews_new"),
    path("pemulangan/kabar/<int:pk>/dibaca/", journey_leg.journeynews_settle, name="journeynews_settle"),
    path("pemulangan/kabar/<int:pk>/pakai/", journey_leg.journeynews_adopt, name="journeynews_adopt"),
    path("pemulangan/<int:pk>/ajukan/", journey_act.journey_submit, name="journey_submit"),
    path("pemulangan/<int:pk>/tinjau/", journey_act.journey_review, name="journey_review"),
    path("pemulangan/<int:pk>/siap/", journey_act.journey_ready, name="journey_ready"),
    path("pemulangan/<int:pk>/konsep/", journey_act.journey_revise, name="journey_revise"),
    path("pemulangan/<int:pk>/batal/", journey_act.journey_cancel, name="journey_cancel"),
    path("pemulangan/<int:pk>/lanjutkan/", journey_act.journey_resume, name="journey_resume"),
    path("pemulangan/<int:pk>/berangkat/", journey_act.journey_depart, name="journey_depart"),
    path("pemulangan/<int:pk>/tiba/", journey_act.journey_arrive, name="journey_arrive"),
    path("pemulangan/<int:pk>/terhenti/", journey_act.journey_fail, name="journey_fail"),
    path("pemulangan/<int:pk>/tutup/", journey_act.journey_close, name="journey_close"),
    path("pemulangan/<int:pk>/uang-muka/", journey_money.journey_money, name="journey_money"),
    path("pemulangan/<int:pk>/biaya/baru/", journey_money.journeycost_new, name="journeycost_new"),
    path("pemulangan/biaya/<int:pk>/bukti/", journey_money.journeycost_prove, name="journeycost_prove"),
    path("pemulangan/biaya/<int:pk>/hapus/", journey_money.journeycost_strike, name="journeycost_strike"),
    path("pemulangan/<int:pk>/surat/<slug:paper>/", journey_paper.journey_letter_pdf, name="journey_letter"),
    path("pemulangan/<int:pk>/lembar/", journey_paper.journey_sheet_pdf, name="journey_sheet"),
    # Without an account, by a secret link: referrals.doors
    path("tiba/<str:token>/", journey_door.arrival_page, name="arrival_page"),
    path("tiba/<str:token>/kode/", journey_door.arrival_code, name="arrival_code"),
    path("tiba/<str:token>/<slug:act>/", journey_door.arrival_act, name="arrival_act"),
]
