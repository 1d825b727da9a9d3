from django.urls import path

from reports.views import exports, home, imports, recap, spm, stays

app_name = "reports"
urlpatterns = [
    path("", home.home, name="home"),
    path("spm/", spm.spm_index, name="spm_index"),
    path("spm/<slug:shelter>/<int:year>/<int:month>/", spm.spm_month, name="spm_month"),
    path("spm/<slug:shelter>/<int:year>/<int:month>/pdf/", spm.spm_month_pdf, name="spm_month_pdf"),
    path("rekap/<slug:shelter>/", recap.recap, name="recap"),
    path("data/masa-tinggal/", stays.stay_list, name="stay_list"),
    path("data/masa-tinggal/ekspor/", exports.stay_export, name="stay_export"),
    path("impor/", imports.import_start, name="import_start"),
    path("impor/<int:pk>/", imports.import_preview, name="import_preview"),
    path("impor/contoh/<str:kind>/", imports.import_template, name="import_template"),
]
