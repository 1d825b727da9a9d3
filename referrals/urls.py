from django.urls import path

from referrals.views import partner, referral

app_name = "referrals"
urlpatterns = [
    path("mitra/", partner.partner_list, name="partner_list"),
    path("mitra/baru/", partner.partner_new, name="partner_new"),
    path("mitra/<int:pk>/", partner.partner_detail, name="partner_detail"),
    path("mitra/<int:pk>/ubah/", partner.partner_edit, name="partner_edit"),
    path("rujukan/", referral.referral_list, name="referral_list"),
    path("masa-tinggal/<int:pk>/rujukan/baru/", referral.referral_new, name="referral_new"),
    path("klien/<int:pk>/rujukan/", referral.client_referrals, name="client_referrals"),
    path("rujukan/<int:pk>/", referral.referral_detail, name="referral_detail"),
    path("rujukan/<int:pk>/ubah/", referral.referral_edit, name="referral_edit"),
    path("rujukan/<int:pk>/kirim/", referral.referral_send, name="referral_send"),
    path("rujukan/<int:pk>/jawaban/", referral.referral_answer, name="referral_answer"),
    path("rujukan/<int:pk>/selesai/", referral.referral_complete, name="referral_complete"),
    path("rujukan/<int:pk>/batal/", referral.referral_withdraw, name="referral_withdraw"),
    path("rujukan/<int:pk>/surat/", referral.referral_letter_pdf, name="referral_letter"),
]
