"""Addresses of what follows an assessment: needs, plan, agreement, case conference, re-assessment."""

from django.urls import path

from assessments.views import agreement, conference, goal, need, plan, reassessment

urlpatterns = [
    path("masa-tinggal/<int:pk>/daftar-kebutuhan/", need.stay_needs, name="stay_needs"),
    path("klien/<int:pk>/rencana/", plan.client_plans, name="client_plans"),
    path("masa-tinggal/<int:pk>/rencana/", plan.plan_new, name="plan_new"),
    path("rencana/<int:pk>/", plan.plan_detail, name="plan_detail"),
    path("rencana/<int:pk>/ubah/", plan.plan_edit, name="plan_edit"),
    path("rencana/<int:pk>/ajukan/", plan.plan_submit, name="plan_submit"),
    path("rencana/<int:pk>/tinjau/", plan.plan_review, name="plan_review"),
    path("rencana/<int:pk>/perubahan/", plan.plan_revise, name="plan_revise"),
    path("rencana/<int:pk>/buang/", plan.plan_discard, name="plan_discard"),
    path("rencana/<int:pk>/kontrak/", plan.plan_contract, name="plan_contract"),
    path("rencana/<int:pk>/tujuan/", goal.goal_new, name="goal_new"),
    path("tujuan/<int:pk>/ubah/", goal.goal_edit, name="goal_edit"),
    path("tujuan/<int:pk>/hapus/", goal.goal_remove, name="goal_remove"),
    path("tujuan/<int:pk>/hasil/", goal.goal_judge, name="goal_judge"),
    path("tujuan/<int:pk>/jalankan/", goal.goal_open, name="goal_open"),
    path("tujuan/<int:pk>/tindakan/", goal.action_new, name="action_new"),
    path("tindakan/", goal.action_list, name="action_list"),
    path("tindakan/<int:pk>/ubah/", goal.action_edit, name="action_edit"),
    path("tindakan/<int:pk>/hapus/", goal.action_remove, name="action_remove"),
    path("tindakan/<int:pk>/kemajuan/", goal.action_note, name="action_note"),
    path("rencana/<int:pk>/persetujuan/", agreement.agreement_new, name="agreement_new"),
    path("persetujuan-rencana/<int:pk>/tarik/", agreement.agreement_withdraw, name="agreement_withdraw"),
    path("masa-tinggal/<int:pk>/pembahasan/", conference.conference_new, name="conference_new"),
    path("pembahasan/<int:pk>/", conference.conference_detail, name="conference_detail"),
    path("pembahasan/<int:pk>/ubah/", conference.conference_edit, name="conference_edit"),
    path("pembahasan/<int:pk>/tutup/", conference.conference_close, name="conference_close"),
    path("pembahasan/<int:pk>/koreksi/", conference.conference_amend, name="conference_amend"),
    path("pembahasan/<int:pk>/ke-rencana/", conference.conference_carry, name="conference_carry"),
    path("pembahasan/<int:pk>/notulen/", conference.conference_minutes, name="conference_minutes"),
    path("pembahasan/<int:pk>/<slug:part>/", conference.conference_add, name="conference_add"),
    path("pembahasan/<int:pk>/<slug:part>/<int:row>/hapus/", conference.conference_remove, name="conference_remove"),
    path("asesmen-ulang/", reassessment.reassessment_list, name="reassessment_list"),
    path("asesmen-ulang/aturan/", reassessment.reassessment_rules, name="reassessment_rules"),
    path("asesmen-ulang/aturan/baru/", reassessment.reassessment_rule_new, name="reassessment_rule_new"),
    path("asesmen-ulang/aturan/<int:pk>/", reassessment.reassessment_rule_edit, name="reassessment_rule_edit"),
]
