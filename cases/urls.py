from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from cases.forms.account import LoginForm
from cases.views import account, client, day, intake, lookup, shelter, stay

app_name = "cases"
login = LoginView.as_view(
    template_name="cases/login.html", authentication_form=LoginForm, redirect_authenticated_user=True
)

urlpatterns = [
    path("masuk/", login, name="login"),
    path("keluar/", LogoutView.as_view(), name="logout"),
    path("kata-sandi/", account.password_change, name="password_change"),
    path("klien/", client.client_list, name="client_list"),
    path("klien/<int:pk>/", client.client_detail, name="client_detail"),
    path("klien/<int:pk>/ubah/", client.client_edit, name="client_edit"),
    path("klien/<int:pk>/layanan/", client.client_services, name="client_services"),
    path("klien/<int:pk>/riwayat/", client.client_trail, name="client_trail"),
    path("klien/<int:pk>/foto/", client.client_photo, name="client_photo"),
    path("klien/<int:pk>/terima-kembali/", intake.intake_return, name="intake_return"),
    path("terima/", intake.intake_search, name="intake_search"),
    path("terima/baru/", intake.intake_new, name="intake_new"),
    path("masa-tinggal/<int:pk>/", stay.stay_detail, name="stay_detail"),
    path("masa-tinggal/<int:pk>/ubah/", stay.stay_edit, name="stay_edit"),
    path("masa-tinggal/<int:pk>/keluar/", stay.stay_discharge, name="stay_discharge"),
    path("masa-tinggal/<int:pk>/batal/", stay.stay_cancel, name="stay_cancel"),
    path("masa-tinggal/<int:pk>/kebutuhan/", stay.need_open, name="need_open"),
    path("kebutuhan/<int:pk>/tutup/", stay.need_close, name="need_close"),
    path("lembar-harian/", day.day_sheet_today, name="day_sheet_today"),
    path("lembar-harian/<slug:slug>/<str:day>/", day.day_sheet, name="day_sheet"),
    path("panti/", shelter.shelter_list, name="shelter_list"),
    path("panti/baru/", shelter.shelter_new, name="shelter_new"),
    path("panti/<slug:slug>/", shelter.shelter_edit, name="shelter_edit"),
    path("katalog/", shelter.catalogue, name="catalogue"),
    path("akun/", account.account_list, name="account_list"),
    path("akun/baru/", account.account_new, name="account_new"),
    path("akun/<int:pk>/", account.account_edit, name="account_edit"),
    path("akun/<int:pk>/kata-sandi/", account.account_password, name="account_password"),
    path("akun/<int:pk>/peran/", account.membership_new, name="membership_new"),
    path("peran/<int:pk>/akhiri/", account.membership_end, name="membership_end"),
    path("wilayah/", lookup.region_search, name="region_search"),
    path("surat/<str:code>/", lookup.letter_verify, name="letter_verify"),
    path("jejak/", lookup.trail, name="trail"),
]
